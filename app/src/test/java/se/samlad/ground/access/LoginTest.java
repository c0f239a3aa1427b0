package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import se.samlad.ground.access.proof.OneTimeCode;
import se.samlad.ground.access.proof.SecondFactors;
import se.samlad.ground.storage.Role;

/** From an invitation to a signed-in member with a second factor, and what guessing meets. */
@AccessTest
class LoginTest {

  private static final String PASSWORD = "lindar kring torget 7";

  @Autowired
  private Browser browser;

  @Autowired
  private Browser other;

  @Autowired
  private Neighbourhood neighbourhood;

  @Autowired
  private Invitations invitations;

  @Autowired
  private SecondFactors factors;

  @Autowired
  private Members members;

  @Autowired
  private JdbcClient db;

  private Municipality municipality;
  private UUID company;
  private String address;

  @BeforeEach
  void town() {
    municipality = neighbourhood.municipality();
    company = neighbourhood.organisation(municipality, "Bevakning");
    address = "roll-" + UUID.randomUUID() + "@kommun.example";
    db.sql("delete from drift.login_slowdown").update();
  }

  @Test
  void invitedReporterChoosesAPasswordAndIsIn() throws Exception {
    UUID reporter = accepted(browser, Grant.of(Role.REPORTER, company));
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + reporter + " [REPORTER]");
    other.open("/logga-in");
    assertThat(other
            .submit("/logga-in", "epost", address.toUpperCase(), "losenord", PASSWORD)
            .getResponse()
            .getRedirectedUrl())
        .isEqualTo("/");
    assertThat(other.text("/prov/jag")).isEqualTo("PERSON " + reporter + " [REPORTER]");
  }

  @Test
  void coordinatorHasNoRightsUntilASecondFactorIsPassed() throws Exception {
    UUID coordinator = accepted(browser, Grant.of(Role.COORDINATOR));
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + coordinator + " []");
    assertThat(browser.text("/jag/sakerhet")).contains("kräver två steg");
    byte[] secret = secretOnPage(coordinator);
    browser.open("/jag/sakerhet/kodapp");
    String passwordAlone = browser.session();
    String codes = browser
        .submit("/jag/sakerhet/kodapp", "kod", code(secret, 0))
        .getResponse()
        .getContentAsString();
    assertThat(codes).contains("återställningskoder");
    assertThat(browser.session()).isNotEqualTo(passwordAlone);
    assertThat(browser.text("/prov/jag")).isEqualTo("PERSON " + coordinator + " [COORDINATOR]");

    other.open("/logga-in");
    assertThat(enter(other).getRedirectedUrl()).isEqualTo("/logga-in/kod");
    assertThat(other.status("/prov/jag")).isEqualTo(302);
    other.open("/logga-in/kod");
    assertThat(
            other.submit("/logga-in/kod", "kod", code(secret, 0)).getResponse().getStatus())
        .as("a code is good once")
        .isEqualTo(422);
    assertThat(
            other.submit("/logga-in/kod", "kod", code(secret, 1)).getResponse().getRedirectedUrl())
        .isEqualTo("/");
    assertThat(other.text("/prov/jag")).isEqualTo("PERSON " + coordinator + " [COORDINATOR]");
  }

  @Test
  void recoveryCodeOpensOnce() throws Exception {
    UUID coordinator = accepted(browser, Grant.of(Role.COORDINATOR));
    byte[] secret = secretOnPage(coordinator);
    browser.open("/jag/sakerhet/kodapp");
    String page = browser
        .submit("/jag/sakerhet/kodapp", "kod", code(secret, 0))
        .getResponse()
        .getContentAsString();
    Matcher first = Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>").matcher(page);
    assertThat(first.find()).isTrue();
    other.open("/logga-in");
    enter(other);
    other.open("/logga-in/kod");
    assertThat(
            other.submit("/logga-in/kod", "kod", first.group(1)).getResponse().getStatus())
        .isEqualTo(302);
    other.open("/logga-in");
    enter(other);
    other.open("/logga-in/kod");
    assertThat(
            other.submit("/logga-in/kod", "kod", first.group(1)).getResponse().getStatus())
        .isEqualTo(422);
  }

  @Test
  void unknownAddressAndWrongPasswordAnswerAlike() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    other.open("/logga-in");
    MockHttpServletResponse wrong = other
        .submit("/logga-in", "epost", address, "losenord", "something else entirely")
        .getResponse();
    MockHttpServletResponse unknown = other
        .submit("/logga-in", "epost", "x" + address, "losenord", "something else entirely")
        .getResponse();
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(unknown.getStatus()).isEqualTo(422);
    assertThat(plain(unknown).replace("x" + address, address)).isEqualTo(plain(wrong));
    assertThat(wrong.getContentAsString()).contains(address).doesNotContain("something else");
  }

  @Test
  void guessingIsSlowedButStrangersAreNotLockedOut() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    other.open("/logga-in");
    int tries = 0;
    MockHttpServletResponse last;
    do {
      last = other
          .submit("/logga-in", "epost", address, "losenord", "guess number " + tries)
          .getResponse();
      tries++;
    } while (last.getStatus() == 422 && tries < 20);
    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getHeader("Retry-After")).isNotNull();
    assertThat(tries).isLessThan(20);
    assertThat(other
            .submit("/logga-in", "epost", "annan@kommun.example", "losenord", "whatever it is")
            .getResponse()
            .getStatus())
        .isEqualTo(422);
  }

  @Test
  void invitationIsGoodOnceAndLookingUsesNothingUp() throws Exception {
    String link = invited(Grant.of(Role.REPORTER, company));
    assertThat(browser.status(link)).isEqualTo(200);
    assertThat(browser.status(link)).isEqualTo(200);
    assertThat(browser.submit(link, "losenord", "sommar2026!!").getResponse().getStatus())
        .as("an easy password is refused and nothing is used up")
        .isEqualTo(422);
    assertThat(browser.submit(link, "losenord", PASSWORD).getResponse().getStatus())
        .isEqualTo(302);
    assertThat(other.status(link)).isEqualTo(410);
    assertThat(other.status("/inbjudan/" + municipality.slug() + "/guessed")).isEqualTo(410);
  }

  @Test
  void newInvitationEndsTheOldAndAnotherMunicipalityOpensNone() throws Exception {
    UUID member = neighbourhood.member(municipality, Grant.of(Role.REPORTER, company));
    String old = neighbourhood.in(municipality, () -> invitations.invite(member, address));
    String fresh = neighbourhood.in(municipality, () -> invitations.invite(member, address));
    assertThat(browser.status(old)).isEqualTo(410);
    Municipality elsewhere = neighbourhood.municipality();
    assertThat(browser.status(fresh.replace(municipality.slug(), elsewhere.slug())))
        .isEqualTo(410);
    assertThat(browser.status(fresh)).isEqualTo(200);
  }

  @Test
  void phoneThatStaysSignedInReportsButDoesNotReadAfterHalfAnHour() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    other.open("/logga-in");
    other.submit("/logga-in", "epost", address, "losenord", PASSWORD, "stanna", "true");
    assertThat(other.status("/prov/jag")).isEqualTo(200);
    age(other, 31 * 60);
    assertThat(other.status("/prov/jag")).isEqualTo(302);
    assertThat(other.status("/rapportera/prov")).isEqualTo(200);
    age(other, 30 * 24 * 3600);
    assertThat(other.status("/rapportera/prov")).isEqualTo(302);
  }

  @Test
  void sessionIsOverAfterTwelveHoursHoweverBusy() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    assertThat(browser.status("/prov/jag")).isEqualTo(200);
    age(browser, 12 * 3600 + 1);
    assertThat(browser.status("/prov/jag")).isEqualTo(302);
  }

  @Test
  void memberSeesAndEndsOwnSessions() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    other.open("/logga-in");
    enter(other);
    Matcher key = Pattern.compile("/jag/sakerhet/sessioner/([0-9a-f-]{36})/avslut")
        .matcher(browser.text("/jag/sakerhet"));
    assertThat(key.find()).isTrue();
    browser.submit("/jag/sakerhet/sessioner/" + key.group(1) + "/avslut");
    assertThat(other.status("/prov/jag")).isEqualTo(302);
    assertThat(browser.status("/prov/jag")).isEqualTo(200);
  }

  @Test
  void addressOutsideIsNotFollowedAfterLogin() throws Exception {
    accepted(browser, Grant.of(Role.REPORTER, company));
    for (String till :
        new String[] {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere"}) {
      other.open("/logga-in");
      assertThat(other
              .submit("/logga-in", "epost", address, "losenord", PASSWORD, "till", till)
              .getResponse()
              .getRedirectedUrl())
          .isEqualTo("/");
    }
  }

  private String invited(Grant grant) {
    UUID member = neighbourhood.member(municipality, grant);
    return neighbourhood.in(municipality, () -> invitations.invite(member, address));
  }

  private UUID accepted(Browser through, Grant grant) throws Exception {
    UUID member = neighbourhood.member(municipality, grant);
    String link = neighbourhood.in(municipality, () -> invitations.invite(member, address));
    through.open(link);
    assertThat(through.submit(link, "losenord", PASSWORD).getResponse().getStatus())
        .isEqualTo(302);
    return member;
  }

  private MockHttpServletResponse enter(Browser through) throws Exception {
    return through.submit("/logga-in", "epost", address, "losenord", PASSWORD).getResponse();
  }

  private byte[] secretOnPage(UUID member) {
    return neighbourhood.in(municipality, () -> factors.begin(member));
  }

  private static String code(byte[] secret, int stepsAhead) {
    return OneTimeCode.at(secret, OneTimeCode.step(Instant.now()) + stepsAhead);
  }

  /** Makes the session older, as the clock on the wall would. */
  private void age(Browser through, long seconds) {
    String id = new String(java.util.Base64.getDecoder().decode(through.session()));
    byte[] bytes = db.sql("""
            select a.attribute_bytes from drift.spring_session_attributes a
              join drift.spring_session s on s.primary_id = a.session_primary_id
             where s.session_id = :id and a.attribute_name = 'samlad.mark'
            """).param("id", id).query(byte[].class).single();
    String mark = (String) org.springframework.util.SerializationUtils.deserialize(bytes);
    int last = mark.lastIndexOf(' ') + 1;
    long since = Long.parseLong(mark.substring(last)) - seconds;
    db.sql("""
            update drift.spring_session_attributes a set attribute_bytes = :bytes
              from drift.spring_session s
             where s.primary_id = a.session_primary_id and s.session_id = :id and a.attribute_name = 'samlad.mark'
            """)
        .param("id", id)
        .param(
            "bytes",
            org.springframework.util.SerializationUtils.serialize(mark.substring(0, last) + since))
        .update();
  }

  private static String plain(MockHttpServletResponse response) throws Exception {
    return response.getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }
}
