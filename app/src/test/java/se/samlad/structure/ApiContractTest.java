package se.samlad.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every list of {@code /api/v1} promises alike: its shape, limits, tags, scopes, refusals, and its place in the OpenAPI document. */
@BrowserTest
class ApiContractTest {

  private static final Set<String> LISTS = Set.of(
      "reports",
      "incidents",
      "hotspots",
      "areas",
      "categories",
      "situation-pictures",
      "problems",
      "measures");

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  ApiTokens tokens;

  @Autowired
  JsonMapper json;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestTown town;
  private UUID organisation;
  private UUID coordinator;
  private String secret;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centre = town.area("Centrum", 0, 0);
    town.area("Norr", 0, 1);
    organisation = town.organisation("Kommunen", "MUNICIPALITY");
    UUID group = town.group("EST Centrum", true, centre);
    TestTown.Person person = town.person(Role.COORDINATOR, null).inGroup(group, true, centre);
    coordinator = person.member();
    town.asSystem(() -> db.sql(
            "insert into samlad.member_role (municipality_id, member_id, role, organisation_id) values (samlad.municipality(), :member, 'REPORTER', :organisation)")
        .param("member", coordinator)
        .param("organisation", organisation)
        .update());
    secret = token(Scope.values());
  }

  @Test
  void documentNamesTheListsThatAnswerAndNoneToCome() throws Exception {
    JsonNode document = json.readTree(get("/api/v1/openapi.json", "", "*/*").body());
    Set<String> resources = new TreeSet<>();
    document.path("paths").properties().forEach(path -> {
      assertThat(path.getKey()).startsWith("/api/v1/");
      resources.add(path.getKey().split("/")[3]);
    });
    assertThat(resources).containsAll(LISTS).hasSize(LISTS.size() + 1).contains("imports");
    for (String list : LISTS) {
      JsonNode operation = document.path("paths").path("/api/v1/" + list).path("get");
      assertThat(operation.isMissingNode()).as(list).isFalse();
      assertThat(operation.path("parameters").toString()).as(list).contains("\"name\":\"limit\"");
    }
  }

  @Test
  void everyListIsAPageWhateverIsAcceptedAndIsNotSentTwice() throws Exception {
    for (String list : LISTS) {
      for (String accept : List.of("*/*", "application/json", "application/json, */*;q=0.1")) {
        HttpResponse<String> answer = get("/api/v1/" + list, secret, accept);
        assertThat(answer.statusCode()).as(list + " " + answer.body()).isEqualTo(200);
        JsonNode page = json.readTree(answer.body());
        assertThat(page.path("items").isArray()).as(list).isTrue();
        assertThat(page.has("next")).as(list).isTrue();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
            .as(list)
            .contains("private")
            .contains("no-cache");
        HttpResponse<String> again = http.send(
            request("/api/v1/" + list, secret, accept)
                .header("If-None-Match", tag)
                .build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).as(list).isEqualTo(304);
        assertThat(again.body()).isEmpty();
      }
    }
  }

  @Test
  void outlinesComeOnlyWhenGeoJsonIsAskedFor() throws Exception {
    HttpResponse<String> outlines = get("/api/v1/areas", secret, "application/geo+json");
    assertThat(outlines.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(outlines.body()).contains("FeatureCollection", "Polygon", "Centrum");
    assertThat(get("/api/v1/areas", secret, "*/*").body()).doesNotContain("FeatureCollection");
    assertThat(get("/api/v1/areas", secret, "text/html").statusCode()).isEqualTo(406);
  }

  @Test
  void limitOutsideItsBoundsIsNamedInBothLanguages() throws Exception {
    for (String list : LISTS) {
      for (String wrong : List.of("0", "201", "-1", "x", "99999999999", "1.5", "%00")) {
        HttpResponse<String> answer =
            get("/api/v1/" + list + "?limit=" + wrong, secret, "application/json");
        assertThat(answer.statusCode()).as(list + " " + wrong).isIn(400, 422);
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("errors").path(0).path("field").asString())
            .as(list + " " + wrong)
            .isEqualTo("limit");
        assertThat(problem.path("errors").path(0).path("detail").asString())
            .as(list)
            .contains("limit");
        assertThat(problem.path("detailEn").asString()).isNotEmpty();
      }
      assertThat(get("/api/v1/" + list + "?limit=200", secret, "*/*").statusCode())
          .as(list)
          .isEqualTo(200);
    }
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(report(UUID.randomUUID())).isEqualTo(201);
    }
    assertThat(walk("/api/v1/reports?limit=2")).hasSize(5).doesNotHaveDuplicates();
    assertThat(walk("/api/v1/areas?limit=1")).hasSize(2).doesNotHaveDuplicates();
    assertThat(walk("/api/v1/categories?limit=7")).hasSizeGreaterThan(40).doesNotHaveDuplicates();
  }

  @Test
  void reportsOfOthersAreNotInTheList() throws Exception {
    assertThat(report(UUID.randomUUID())).isEqualTo(201);
    UUID other = town.person(Role.REPORTER, organisation).member();
    String others = tenancy.as(
        town.system(),
        () -> tokens
            .issue(organisation, other, "annan", Set.of(Scope.REPORTS_READ), null)
            .secret());
    assertThat(get("/api/v1/reports", others, "*/*").body())
        .isEqualTo("{\"items\":[],\"next\":null}");
  }

  @Test
  void tokenNeedsTheScopeOfTheList() throws Exception {
    String none = token(Scope.EVALUATIONS_READ);
    for (String list : LISTS) {
      for (String[] refused : new String[][] {{none, "403"}, {"", "401"}, {"samlad_fel", "401"}}) {
        HttpResponse<String> answer = get("/api/v1/" + list, refused[0], "*/*");
        assertThat(answer.statusCode()).as(list).isEqualTo(Integer.parseInt(refused[1]));
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"detail\":", "\"detailEn\":");
      }
    }
  }

  @Test
  void absentAndMalformedIdsAnswerAlike() throws Exception {
    for (String list : LISTS) {
      if (list.equals("categories")) {
        continue; // has no items of its own
      }
      String absent = UUID.randomUUID().toString();
      HttpResponse<String> first = get("/api/v1/" + list + "/" + absent, secret, "*/*");
      HttpResponse<String> second = get("/api/v1/" + list + "/finns-inte", secret, "*/*");
      assertThat(first.statusCode()).as(list).isEqualTo(404);
      assertThat(second.statusCode()).as(list).isEqualTo(404);
      assertThat(first.body().replace(absent, ""))
          .isEqualTo(second.body().replace("finns-inte", ""));
    }
  }

  private List<String> walk(String first) throws Exception {
    List<String> ids = new ArrayList<>();
    String address = first;
    while (!address.isEmpty()) {
      JsonNode page = json.readTree(get(address, secret, "application/json").body());
      page.path("items")
          .forEach(item -> ids.add(item.path("id").asString(item.path("code").asString(""))));
      address = page.path("next").isNull() ? "" : page.path("next").asString();
    }
    return ids;
  }

  private int report(UUID id) throws Exception {
    String body =
        "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T21:40:00+01:00\","
            + TestTown.POINT + "}]}";
    return http.send(
            request("/api/v1/reports/" + id, secret, "*/*")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private String token(Scope... scopes) {
    return tenancy.as(
        town.system(),
        () -> tokens
            .issue(organisation, coordinator, "prov", Set.of(scopes), null)
            .secret());
  }

  private HttpResponse<String> get(String path, String token, String accept) throws Exception {
    return http.send(request(path, token, accept).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token, String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(doors.address() + path)).header("Accept", accept);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
