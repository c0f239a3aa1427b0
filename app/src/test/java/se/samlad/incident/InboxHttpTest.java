package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;

/** The inbox as it answers over HTTP: who may do what, one selection everywhere, and wrong input. */
@BrowserTest
@Import(Scene.class)
class InboxHttpTest {

  private static final String WEEK = "vecka=2026-v47";

  @Autowired
  Doors doors;

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Tenancy tenancy;

  @Autowired
  Review review;

  Scene scene;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
    scene.coordinator.playing(DemoRole.SAMORDNARE);
    scene.policeCoordinator.playing(DemoRole.POLIS);
    scene.inGroup.playing(DemoRole.GRUPPMEDLEM);
    scene.leader.playing(DemoRole.LEDNING);
  }

  @Test
  void policePassTheirOwnAndTheCoordinatorIsToldWhoPasses() throws Exception {
    UUID robbery = scene.report(scene.officer, "RAN");
    Visitor coordinator = new Visitor(DemoRole.SAMORDNARE);
    String seen = coordinator.get("/handelser/" + robbery).body();
    assertThat(seen)
        .contains("Den här godkänns av samordnaren hos Polisen.")
        .doesNotContain("/handelser/verb/godkann");
    assertThat(coordinator.post("/handelser/verb/godkann", "h", pick(robbery)).statusCode())
        .isEqualTo(403);
    Visitor police = new Visitor(DemoRole.POLIS);
    police.get("/handelser");
    assertThat(police.post("/handelser/verb/godkann", "h", pick(robbery)).statusCode())
        .isEqualTo(302);
    assertThat(scene.stands(robbery)).startsWith("PASSED");
  }

  @Test
  void secondOfTwoGetsWhatStandsNow() throws Exception {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    String seen = pick(graffiti);
    Visitor one = new Visitor(DemoRole.SAMORDNARE);
    Visitor two = new Visitor(DemoRole.SAMORDNARE);
    one.get("/handelser?" + WEEK);
    two.get("/handelser?" + WEEK);
    assertThat(one.post("/handelser/verb/avvisa", "h", seen, "skal", "Dubbelt").statusCode())
        .isEqualTo(302);
    HttpResponse<String> late = two.post("/handelser/verb/godkann", "h", seen, "tillbaka", WEEK);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("Någon annan hann före: händelsen är avvisad.");
  }

  @Test
  void oneSelectionGivesListCountFileAndApiTheSameRows() throws Exception {
    scene.report(scene.guard, "KLOTTER");
    scene.report(scene.guard, "KLOTTER", "2026-11-20T19:30:00Z", 0.5, 1.5, "");
    scene.report(scene.caretaker, "SAMLING");
    Visitor coordinator = new Visitor(DemoRole.SAMORDNARE);
    String token = scene.token(scene.coordinator, scene.company, Scope.INCIDENTS_READ);
    for (String[] filter : new String[][] {
      {WEEK, "week=2026-W47", "3"},
      {WEEK + "&omrade=Norr", "week=2026-W47&area=norr", "1"},
      {WEEK + "&kategori=skadegorelse", "week=2026-W47&category=skadegorelse", "2"},
      {WEEK + "&kalla=" + scene.housing, "week=2026-W47&organisation=" + scene.housing, "1"},
      {WEEK + "&dag=5&timme=19-21", "week=2026-W47&weekday=5&hours=19-21", "3"},
      {"vecka=2026-v46", "week=2026-W46", "0"},
    }) {
      String page = coordinator.get("/handelser?flik=alla&" + filter[0]).body();
      String file =
          coordinator.get("/handelser/export.csv?flik=alla&" + filter[0]).body();
      String api = bearer("/api/v1/incidents?review=any&" + filter[1], token).body();
      int rows = Integer.parseInt(filter[2]);
      assertThat(count(page, "<tr[^>]* data-rad=")).as(filter[0]).isEqualTo(rows);
      assertThat(page).contains(">" + rows + " händelser</h2>");
      assertThat(file.lines().skip(4).count()).as(filter[0]).isEqualTo(rows);
      assertThat(count(api, "\"id\":")).as(filter[0]).isEqualTo(rows);
    }
    assertThat(scene.audited("incident.export")).isEqualTo(6);
  }

  @Test
  void groupSeesWhatIsSharedAndLeadershipNoRowsAtAll() throws Exception {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    UUID robbery = scene.report(scene.officer, "RAN");
    Visitor member = new Visitor(DemoRole.GRUPPMEDLEM);
    assertThat(member.get("/handelser/" + graffiti).statusCode()).isEqualTo(404);
    tenancy.as(scene.coordinator.actor(), () -> review.pass(Set.of(graffiti)));
    tenancy.as(scene.policeCoordinator.actor(), () -> review.pass(Set.of(robbery)));
    assertThat(member.get("/handelser/" + graffiti).body())
        .contains("Bevakningsföretag")
        .doesNotContain(">Bevakning<", "Historik", "/handelser/verb/");
    assertThat(member.get("/handelser/" + robbery).body())
        .contains("Hot eller våld")
        .doesNotContain("Rån", "kl. 20.30");
    assertThat(member.get("/handelser/export.csv?" + WEEK).body())
        .contains("Hot eller våld")
        .doesNotContain("Rån", "Polisen");
    assertThat(member.post("/handelser/verb/godkann", "h", pick(graffiti)).statusCode())
        .isEqualTo(403);
    Visitor leader = new Visitor(DemoRole.LEDNING);
    for (String path : List.of("/handelser", "/handelser/" + graffiti, "/handelser/export.csv")) {
      assertThat(leader.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void wrongInputGetsASentenceAndChangesNothing() throws Exception {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    Visitor coordinator = new Visitor(DemoRole.SAMORDNARE);
    coordinator.get("/handelser");
    assertThat(coordinator.get("/handelser?vecka=2026-v99").statusCode()).isEqualTo(422);
    assertThat(coordinator.get("/handelser?efter=hej").statusCode()).isEqualTo(422);
    assertThat(coordinator.get("/handelser/finns-inte").statusCode()).isEqualTo(404);
    for (String[] wrong : new String[][] {
      {"godkann", "x", "y"},
      {"godkann", "h", "hej"},
      {"avvisa", "h", pick(graffiti), "skal", ""},
      {"avvisa", "h", pick(graffiti), "skal", "a".repeat(501)},
      {"kategori", "h", pick(graffiti), "kategori", "finns-inte"},
      {"delning", "h", pick(graffiti), "delning", "ALLA"},
      {"sla-ihop", "h", pick(graffiti)},
    }) {
      String[] fields = java.util.Arrays.copyOfRange(wrong, 1, wrong.length);
      assertThat(coordinator.post("/handelser/verb/" + wrong[0], fields).statusCode())
          .as(String.join(" ", wrong))
          .isEqualTo(422);
    }
    assertThat(coordinator.post("/handelser/verb/radera", "h", pick(graffiti)).statusCode())
        .isEqualTo(404);
    UUID others = UUID.randomUUID();
    assertThat(coordinator.post("/handelser/verb/godkann", "h", others + ".1").statusCode())
        .isEqualTo(404);
    assertThat(scene.stands(graffiti)).startsWith("NEW KLOTTER GROUP");
  }

  private String pick(UUID incident) {
    return incident + "."
        + tenancy.readAs(
            scene.coordinator.actor(), () -> review.stamps(Set.of(incident)).get(incident));
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  private HttpResponse<String> bearer(String path, String secret) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(doors.address() + path))
                .header("Authorization", "Bearer " + secret)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Somebody signed in by a role card, without a browser. */
  private final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    Visitor(DemoRole role) throws Exception {
      get("/demo?kommun=" + scene.town.slug());
      post("/demo/" + role.code(), "kommun", scene.town.slug());
      get("/jag");
    }

    HttpResponse<String> get(String path) throws Exception {
      HttpResponse<String> page = client.send(
          HttpRequest.newBuilder(URI.create(doors.address() + path))
              .header("Accept", "text/html")
              .build(),
          HttpResponse.BodyHandlers.ofString());
      Matcher found = TOKEN.matcher(page.body());
      if (found.find()) {
        token = found.group(1);
      }
      return page;
    }

    HttpResponse<String> post(String path, String... fields) throws Exception {
      StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
      for (int i = 0; i < fields.length; i += 2) {
        form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
      }
      return client.send(
          HttpRequest.newBuilder(URI.create(doors.address() + path))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
