package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.proof.Logins;
import se.samlad.ground.access.proof.Passwords;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** Passkeys with the browser's own authenticator, one that lives in the browser and always knows its user. */
@BrowserTest
class PasskeyTest {

  private static final String PASSWORD = "lindar kring torget 7";

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Logins logins;

  @Autowired
  Passwords passwords;

  @Test
  void coordinatorAddsAPasskeyAndNextTimeNeedsNothingElse() {
    String address = "roll-" + UUID.randomUUID() + "@kommun.example";
    Person coordinator = coordinator(address);
    try (Visit visit = doors.at("localhost")) {
      CDPSession authenticator = authenticator(visit.page());
      enter(visit, address);
      assertThat(visit.page().url()).endsWith("/jag/sakerhet");
      assertThat(visit.page().content()).contains("kräver två steg");

      visit.page().fill("#nyckelnamn", "Tjänstemobil, ny");
      visit.page().click("[data-ny] button");
      visit.page().waitForURL("**/jag/sakerhet?ny");
      assertThat(visit.page().content())
          .contains("Tjänstemobil, ny")
          .doesNotContain("kräver två steg");
      visit.isAccessible();
      assertThat(keys(coordinator)).isEqualTo(1);

      leave(visit);
      visit.open("/logga-in?till=/jag/sakerhet");
      visit.isAccessible();
      visit.page().click("[data-passnyckel] button");
      visit.page().waitForURL("**/jag/sakerhet");
      assertThat(visit.page().content()).doesNotContain("kräver två steg");

      leave(visit);
      enter(visit, address);
      assertThat(visit.page().url())
          .as("the password alone is not enough")
          .endsWith("/logga-in/kod");
      visit.page().click("[data-passnyckel] button");
      visit.page().waitForURL(url -> !url.contains("/logga-in"));
      authenticator.detach();
    }
  }

  @Test
  void answerToNoQuestionOfOursIsRefusedAndTheQuestionIsUsedUp() {
    String address = "roll-" + UUID.randomUUID() + "@kommun.example";
    coordinator(address);
    try (Visit visit = doors.at("localhost")) {
      visit.open("/logga-in");
      Object told = visit.page().evaluate("""
          async () => {
            const token = document.querySelector('[data-passnyckel] input[type=hidden]').value;
            const post = (path, body) => fetch(path, { method: 'POST', body,
              headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token } });
            const unasked = await post('/logga-in/passnyckel', '{}');
            await post('/logga-in/passnyckel/fraga', null);
            const wrong = await post('/logga-in/passnyckel', '{"id":"AA","rawId":"AA","type":"public-key","response":{}}');
            const again = await post('/logga-in/passnyckel', '{}');
            return [unasked.status, wrong.status, again.status, (await again.json()).fel].join(' ');
          }
          """);
      assertThat(told).isEqualTo("422 422 422 Det tog för lång tid. Försök igen.");
    }
  }

  private Person coordinator(String address) {
    TestTown town = TestTown.in(tenancy, db, catalogue);
    Person coordinator = town.person(Role.COORDINATOR, null);
    town.asSystem(() -> {
      logins.tie(coordinator.member(), address);
      passwords.set(coordinator.member(), PASSWORD, address);
    });
    return coordinator;
  }

  private static void enter(Visit visit, String address) {
    visit.open("/logga-in");
    visit.page().fill("#epost", address);
    visit.page().fill("#losenord", PASSWORD);
    visit.page().click("form[action='/logga-in'] button");
    visit.page().waitForURL(url -> !url.endsWith("/logga-in"));
  }

  private static void leave(Visit visit) {
    visit.page().click("form[action='/logga-ut'] button");
    visit.page().waitForURL(url -> !url.contains("/jag/sakerhet"));
  }

  private int keys(Person person) {
    return tenancy.readAs(
        person.actor(),
        () -> db.sql("select count(*) from samlad.passkey").query(Integer.class).single());
  }

  private static CDPSession authenticator(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", wanted);
    return session;
  }
}
