package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection.Review;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Incidents and categories as programs read them. */
@BrowserTest
@Import(Scene.class)
class IncidentApiTest {

  @Autowired
  Doors doors;

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Tenancy tenancy;

  @Autowired
  se.samlad.incident.Review review;

  @Autowired
  JsonMapper json;

  Scene scene;
  String coordinators;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
    coordinators =
        scene.token(scene.coordinator, scene.company, Scope.INCIDENTS_READ, Scope.CATEGORIES_READ);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeatAlsoWhereTimesAreEqualOrUnseen() throws Exception {
    for (int i = 0; i < 5; i++) {
      scene.report(scene.guard, "KLOTTER");
    }
    scene.report(scene.officer, "RAN");
    tenancy.as(scene.policeCoordinator.actor(), () -> review.pass(ids(Review.NEW, "RAN")));
    tenancy.as(scene.coordinator.actor(), () -> review.pass(ids(Review.NEW, "KLOTTER")));
    String group = scene.token(scene.inGroup, scene.company, Scope.INCIDENTS_READ);
    assertThat(walk(group, "/api/v1/incidents?week=2026-W47&limit=2"))
        .hasSize(6)
        .doesNotHaveDuplicates();
    assertThat(walk(coordinators, "/api/v1/incidents?week=2026-W47&limit=4")).hasSize(6);
  }

  @Test
  void groupReadsWhatIsSharedAndNoMore() throws Exception {
    UUID robbery = scene.report(scene.officer, "RAN");
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    String group = scene.token(scene.inGroup, scene.company, Scope.INCIDENTS_READ);
    assertThat(get("/api/v1/incidents/" + graffiti, group).statusCode()).isEqualTo(404);
    tenancy.as(scene.policeCoordinator.actor(), () -> review.pass(Set.of(robbery)));
    JsonNode seen = json.readTree(get("/api/v1/incidents/" + robbery, group).body());
    assertThat(seen.get("categoryGroup").asString()).isEqualTo("VALD_HOT");
    assertThat(seen.get("week").asString()).isEqualTo("2026-W47");
    assertThat(seen.get("sourceKinds").toString()).isEqualTo("[\"POLICE\"]");
    for (String hidden :
        List.of("category", "from", "to", "receivedAt", "lon", "lat", "place", "severity")) {
      assertThat(seen.get(hidden).isNull()).as(hidden).isTrue();
    }
  }

  @Test
  void absentAndOthersIdsAnswerAlike() throws Exception {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    Scene other = scenes.getObject();
    String stranger = other.token(other.coordinator, other.company, Scope.INCIDENTS_READ);
    HttpResponse<String> others = get("/api/v1/incidents/" + graffiti, stranger);
    HttpResponse<String> absent = get("/api/v1/incidents/" + UUID.randomUUID(), stranger);
    HttpResponse<String> malformed = get("/api/v1/incidents/finns-inte", stranger);
    assertThat(List.of(others.statusCode(), absent.statusCode(), malformed.statusCode()))
        .containsOnly(404);
    assertThat(withoutAddress(others)).isEqualTo(withoutAddress(absent));
    assertThat(get("/api/v1/incidents?area=Centrum&organisation=" + scene.police, stranger)
            .body())
        .contains("organisation: minst ett värde finns inte");
  }

  @Test
  void wrongParametersAreNamedWithWhy() throws Exception {
    for (String wrong : List.of(
        "week=2026-W99",
        "from=2026-13-01",
        "from=2026-11-20&to=2026-11-19",
        "hours=25-3",
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=abc",
        "area=finns-inte",
        "category=%00",
        "weekday=8",
        "knownAt=2126-01-01T00:00:00Z",
        "review=allt",
        "text=" + "a".repeat(101))) {
      HttpResponse<String> answer = get("/api/v1/incidents?" + wrong, coordinators);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      String field = wrong.contains("to=") ? "to" : wrong.substring(0, wrong.indexOf('='));
      assertThat(answer.body()).as(wrong).contains("\"field\":\"" + field + "\"");
    }
  }

  @Test
  void readersNeedScopeAndARoleThatReadsRows() throws Exception {
    String narrow = scene.token(scene.coordinator, scene.company, Scope.CATEGORIES_READ);
    String leaders = scene.token(scene.leader, scene.company, Scope.INCIDENTS_READ);
    assertThat(get("/api/v1/incidents", narrow).statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/incidents", leaders).statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/incidents", "").statusCode()).isEqualTo(401);
  }

  @Test
  void categoriesAreTheCatalogueInOrder() throws Exception {
    HttpResponse<String> answer = get("/api/v1/categories", coordinators);
    JsonNode items = json.readTree(answer.body()).get("items");
    assertThat(items.size()).isGreaterThan(40);
    assertThat(items.get(1).get("group").asString()).isEqualTo("SKADEGORELSE");
    assertThat(items.get(1).get("name").get("en").asString()).isEqualTo("Graffiti");
    assertThat(answer.headers().firstValue("ETag")).isPresent();
  }

  private Set<UUID> ids(Review which, String category) {
    Set<UUID> ids = new HashSet<>();
    scene.seen(scene.coordinator, which).stream()
        .filter(row -> category.equals(row.categoryCode()))
        .forEach(row -> ids.add(row.id()));
    return ids;
  }

  private List<String> walk(String secret, String first) throws Exception {
    List<String> ids = new ArrayList<>();
    String address = first;
    while (!address.isEmpty()) {
      HttpResponse<String> answer = get(address, secret);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode page = json.readTree(answer.body());
      page.get("items").forEach(item -> ids.add(item.get("id").asString()));
      address = page.get("next").isNull() ? "" : page.get("next").asString();
    }
    return ids;
  }

  private static String withoutAddress(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private HttpResponse<String> get(String path, String secret) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(doors.address() + path))
        .header("Authorization", "Bearer " + secret)
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
