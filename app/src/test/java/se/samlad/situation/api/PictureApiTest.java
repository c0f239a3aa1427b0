package se.samlad.situation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.Scope;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.situation.BlockKind;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pictures as another system reads them: what the token's principal may, and nothing else. */
@BrowserTest
class PictureApiTest {

  private static final String PICTURES = "/api/v1/situation-pictures";

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  SituationPictures pictures;

  @Autowired
  ApiTokens tokens;

  @Autowired
  JsonMapper json;

  TestTown town;
  UUID organisation;
  UUID group;
  Person coordinator;
  Person inGroup;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    organisation = town.organisation("Kommunen", "MUNICIPALITY");
    UUID centrum = town.area("Centrum", 0, 0);
    group = town.group("EST Centrum", false, centrum);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(group, false, centrum);
  }

  @Test
  void signedPictureIsReadWithItsBlocksAndFigures() throws Exception {
    SituationPicture signed = sign(open("2026-v48"));

    HttpResponse<String> answer =
        get(PICTURES + "/" + signed.id(), token(inGroup, Scope.SITUATION_PICTURES_READ));
    JsonNode picture = json.readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(picture.get("period").asString()).isEqualTo("2026-v48");
    assertThat(picture.get("coveredFrom").asString()).isEqualTo("2026-11-16");
    assertThat(picture.get("state").asString()).isEqualTo("signed");
    assertThat(picture.get("blocks")).hasSize(7);
    assertThat(picture.get("figures").get("incidents").get("value").asInt()).isZero();
    assertThat(picture.get("figures").get("audience").asString()).isEqualTo("group:" + group);
  }

  @Test
  void listIsReadInPagesAndDraftsAreTheCoordinators() throws Exception {
    sign(open("2026-v47"));
    open("2026-v48");

    JsonNode mine = json.readTree(
        get(PICTURES, token(inGroup, Scope.SITUATION_PICTURES_READ)).body());
    String everything = token(coordinator, Scope.SITUATION_PICTURES_READ);
    JsonNode first = json.readTree(get(PICTURES + "?limit=1", everything).body());
    JsonNode second =
        json.readTree(get(first.get("next").asString(), everything).body());

    assertThat(mine.get("items")).hasSize(1);
    assertThat(first.get("items").get(0).get("period").asString()).isEqualTo("2026-v48");
    assertThat(second.get("items").get(0).get("period").asString()).isEqualTo("2026-v47");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void whatMayNotBeReadOrAskedIsRefused() throws Exception {
    SituationPicture draft = open("2026-v48");
    String member = token(inGroup, Scope.SITUATION_PICTURES_READ);

    assertThat(get(PICTURES + "/" + draft.id(), member).statusCode()).isEqualTo(404);
    assertThat(get(PICTURES + "/" + UUID.randomUUID(), member).statusCode()).isEqualTo(404);
    assertThat(get(PICTURES + "/inte-ett-id", member).statusCode()).isEqualTo(404);
    assertThat(get(PICTURES + "?limit=201", member).statusCode()).isEqualTo(422);
    assertThat(get(PICTURES + "?limit=x", member).body()).contains("limit");
    assertThat(get(PICTURES, token(inGroup, Scope.AREAS_READ)).statusCode()).isEqualTo(403);
    assertThat(get(PICTURES, "fel").statusCode()).isEqualTo(401);
  }

  private SituationPicture open(String period) {
    return tenancy.as(
        coordinator.actor(), () -> pictures.open(group, Period.parse(period).orElseThrow()));
  }

  private SituationPicture sign(SituationPicture draft) {
    tenancy.as(coordinator.actor(), () -> {
      for (BlockKind kind : BlockKind.values()) {
        pictures.tick(draft.id(), kind, true);
      }
      return pictures.ready(draft.id());
    });
    return CurrentActor.as(coordinator.actor(), () -> pictures.sign(draft.id()));
  }

  private String token(Person person, Scope scope) {
    return tenancy.as(
        town.system(),
        () -> tokens
            .issue(organisation, person.member(), "prov", Set.of(scope), null)
            .secret());
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(doors.address() + path))
              .header("Authorization", "Bearer " + token)
              .header("Accept", "application/json")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
