package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Bearer tokens: whose they are, what they may do, how fast, and when they are dead. */
@AccessTest
class TokenTest {

  @Autowired
  private MockMvc mvc;

  @Autowired
  private Neighbourhood neighbourhood;

  @Autowired
  private ApiTokens tokens;

  private Municipality municipality;
  private UUID organisation;

  @BeforeEach
  void town() {
    municipality = neighbourhood.municipality();
    organisation = neighbourhood.organisation(municipality, "Bevakning");
    neighbourhood.organisation(neighbourhood.municipality(), "Annan kommuns");
  }

  @Test
  void tokenActsInItsOwnMunicipalityAlone() throws Exception {
    String secret = neighbourhood.token(municipality, organisation, Set.of(Scope.REPORTS_READ));
    assertThat(call(get("/api/v1/prov"), secret).getContentAsString())
        .isEqualTo("TOKEN [Bevakning]");
  }

  @Test
  void missingWrongAndRevokedTokensAnswerAlike() throws Exception {
    String secret = neighbourhood.token(municipality, organisation, Set.of(Scope.REPORTS_READ));
    neighbourhood.in(municipality, () -> {
      tokens.list().forEach(token -> tokens.revoke(token.id()));
      return true;
    });
    MockHttpServletResponse missing =
        mvc.perform(get("/api/v1/prov")).andReturn().getResponse();
    assertThat(missing.getStatus()).isEqualTo(401);
    assertThat(missing.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(missing.getContentType()).startsWith("application/problem+json");
    for (String other : new String[] {secret, "samlad_guessed", ""}) {
      MockHttpServletResponse refused = call(get("/api/v1/prov"), other);
      assertThat(refused.getStatus()).isEqualTo(401);
      assertThat(refused.getContentAsString()).isEqualTo(missing.getContentAsString());
    }
  }

  @Test
  void rotatedTokenKeepsItsPrincipalAndEndsTheOldSecret() throws Exception {
    String old = neighbourhood.token(municipality, organisation, Set.of(Scope.REPORTS_READ));
    ApiToken before = neighbourhood.in(municipality, () -> tokens.list().getFirst());
    ApiTokens.Issued after = neighbourhood.in(municipality, () -> tokens.rotate(before.id()));
    assertThat(after.token().principal()).isEqualTo(before.principal());
    assertThat(call(get("/api/v1/prov"), old).getStatus()).isEqualTo(401);
    assertThat(call(get("/api/v1/prov"), after.secret()).getStatus()).isEqualTo(200);
  }

  @Test
  void tokenThatGoesTooFastIsAskedToWait() throws Exception {
    String secret = neighbourhood.token(municipality, organisation, Set.of(Scope.REPORTS_READ));
    neighbourhood.in(municipality, () -> {
      tokens.limit(tokens.list().getFirst().id(), 60, 1);
      return true;
    });
    MockHttpServletResponse last = call(get("/api/v1/prov"), secret);
    for (int i = 0; i < 20 && last.getStatus() == 200; i++) {
      last = call(get("/api/v1/prov"), secret);
    }
    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getHeader("Retry-After")).isEqualTo("1");
  }

  private MockHttpServletResponse call(MockHttpServletRequestBuilder request, String secret)
      throws Exception {
    return mvc.perform(request.header("Authorization", "Bearer " + secret))
        .andReturn()
        .getResponse();
  }
}
