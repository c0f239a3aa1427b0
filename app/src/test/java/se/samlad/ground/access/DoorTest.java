package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.samlad.ground.storage.Role;

/** In through a role card and out again: what a session is, and what it is not. */
@AccessTest
class DoorTest {

  @Autowired
  private Browser browser;

  @Autowired
  private Browser other;

  @Autowired
  private Neighbourhood neighbourhood;

  @Autowired
  private Members members;

  private Municipality demo;
  private UUID company;
  private UUID guard;
  private UUID coordinator;

  @BeforeEach
  void town() {
    demo = neighbourhood.demo();
    company = neighbourhood.organisation(demo, "Bevakning");
    guard = neighbourhood.demoMember(demo, DemoRole.VAKTARE, Grant.of(Role.REPORTER, company));
    coordinator = neighbourhood.demoMember(demo, DemoRole.SAMORDNARE, Grant.of(Role.COORDINATOR));
  }

  @Test
  void roleCardOpensASessionThatActsAsItsMember() throws Exception {
    enter(browser, "vaktare");
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + guard + " [REPORTER]");
  }

  @Test
  void roleCardCountsAsHavingPassedTheSecondFactor() throws Exception {
    enter(browser, "samordnare");
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + coordinator + " [COORDINATOR]");
  }

  @Test
  void plantedSessionIdIsNotTheOneAfterLogin() throws Exception {
    browser.open("/demo?kommun=" + demo.slug());
    String before = browser.session();
    other.plant(before);
    browser.submit("/demo/vaktare", "kommun", demo.slug());
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.status("/prov/jag")).isEqualTo(200);
    assertThat(other.status("/prov/jag")).isEqualTo(302);
  }

  @Test
  void sessionIsDeadOnTheServerAfterLogout() throws Exception {
    enter(browser, "vaktare");
    browser.open("/demo?kommun=" + demo.slug());
    other.plant(browser.session());
    MockHttpServletResponse out = browser.submit("/logga-ut").getResponse();
    assertThat(out.getStatus()).isEqualTo(302);
    assertThat(out.getHeader("Clear-Site-Data")).isNull();
    assertThat(other.status("/prov/jag")).isEqualTo(302);
  }

  @Test
  void withdrawnRightIsGoneAtTheNextRequest() throws Exception {
    enter(browser, "samordnare");
    neighbourhood.in(demo, () -> {
      members.withdraw(coordinator, Grant.of(Role.COORDINATOR));
      return true;
    });
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + coordinator + " []");
    neighbourhood.in(demo, () -> {
      members.close(coordinator);
      return true;
    });
    assertThat(browser.status("/prov/jag")).isEqualTo(302);
  }

  @Test
  void addressWithASlugIsReadAsAnybodyEvenWhenSignedIn() throws Exception {
    enter(browser, "samordnare");
    assertThat(browser.text("/k/" + demo.slug() + "/prov")).isEqualTo("PUBLIC");
  }

  @Test
  void changeWithoutTheFormsTokenIsRefused() throws Exception {
    enter(browser, "vaktare");
    assertThat(send(post("/prov/andring"))).isEqualTo(403);
    assertThat(send(post("/prov/andring").param("_csrf", "guessed"))).isEqualTo(403);
  }

  @Test
  void changeAskedForByAnotherSiteIsRefusedEvenWithTheToken() throws Exception {
    enter(browser, "vaktare");
    browser.open("/demo?kommun=" + demo.slug());
    String token = browser.csrfToken();
    assertThat(send(post("/prov/andring").header("X-CSRF-TOKEN", token))).isEqualTo(200);
    assertThat(send(post("/prov/andring")
            .header("X-CSRF-TOKEN", token)
            .header("Origin", "https://elsewhere.example")))
        .isEqualTo(403);
    assertThat(send(post("/prov/andring").header("X-CSRF-TOKEN", token).header("Origin", "null")))
        .isEqualTo(403);
    assertThat(send(post("/prov/andring")
            .header("X-CSRF-TOKEN", token)
            .header("Sec-Fetch-Site", "same-site")))
        .isEqualTo(403);
  }

  @Test
  void anotherSessionsTokenIsRefused() throws Exception {
    enter(browser, "vaktare");
    other.open("/demo?kommun=" + demo.slug());
    assertThat(send(post("/prov/andring").param("_csrf", other.csrfToken()))).isEqualTo(403);
  }

  @Test
  void reportFromTheCachedPageNeedsHeaderAndOriginInsteadOfAToken() throws Exception {
    enter(browser, "vaktare");
    assertThat(send(put("/rapportera/prov")
            .header("X-Samlad", "1")
            .header("Sec-Fetch-Site", "same-origin")))
        .isEqualTo(200);
    assertThat(send(put("/rapportera/prov")
            .header("X-Samlad", "1")
            .header("Host", "localhost")
            .header("Origin", "http://localhost")))
        .isEqualTo(200);
    assertThat(send(put("/rapportera/prov").header("Sec-Fetch-Site", "same-origin")))
        .isEqualTo(403);
    assertThat(send(put("/rapportera/prov").header("X-Samlad", "1"))).isEqualTo(403);
    assertThat(send(
            put("/rapportera/prov").header("X-Samlad", "1").header("Sec-Fetch-Site", "cross-site")))
        .isEqualTo(403);
  }

  @Test
  void cookieOpensNoApi() throws Exception {
    enter(browser, "samordnare");
    assertThat(send(get("/api/v1/prov"))).isEqualTo(401);
  }

  private void enter(Browser through, String role) throws Exception {
    through.open("/demo?kommun=" + demo.slug());
    assertThat(status(through.submit("/demo/" + role, "kommun", demo.slug()).getResponse()))
        .isEqualTo(302);
  }

  private int send(MockHttpServletRequestBuilder request) throws Exception {
    return status(browser.send(request).getResponse());
  }

  private static int status(MockHttpServletResponse response) {
    return response.getStatus();
  }
}
