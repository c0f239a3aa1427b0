package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.Planted;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** Hotspots by the API: each with its interval, outline and sentence; others' are not there. The actor is set as the token's filter would. */
@SamladTest
class HotspotApiTest {

  private static final IsoWeek WEEK = IsoWeek.of(java.time.Instant.now()).plus(-1);

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  WebApplicationContext context;

  MockMvc mvc;
  TestTown town;
  Actor coordinator;
  Actor stranger;

  @BeforeEach
  void build() {
    mvc = MockMvcBuilders.webAppContextSetup(context).build();
    town = TestTown.in(tenancy, db, catalogue);
    UUID area = town.area("Centrum", 0, 0);
    UUID guards = town.organisation("Bevakning", "GUARD_COMPANY");
    coordinator = town.person(Role.COORDINATOR, null).actor();
    stranger =
        TestTown.in(tenancy, db, catalogue).person(Role.COORDINATOR, null).actor();
    Planted planted = new Planted(town, db, guards).in(area);
    for (int ago = 0; ago < 60; ago++) {
      planted.at(0.6, 0.6).inWeek(WEEK.plus(-ago), 1);
    }
    planted.at(0.1, 0.1).inWeek(WEEK, 14).write();
  }

  @Test
  void listTellsStateAndEachHotspotWithIntervalOutlineAndSentence() throws Exception {
    String body = call(coordinator, "/api/v1/hotspots?week=" + WEEK.code());
    assertThat(JsonPath.<String>read(body, "$.state")).isEqualTo("READY");
    assertThat(JsonPath.<Object>read(body, "$.next")).isNull();
    assertThat(JsonPath.<Integer>read(body, "$.items[0].figure.value")).isEqualTo(14);
    assertThat(JsonPath.<Integer>read(body, "$.items[0].figure.expectedTo")).isLessThan(5);
    assertThat(JsonPath.<String>read(body, "$.items[0].certainty")).isEqualTo("clear");
    assertThat(JsonPath.<String>read(body, "$.items[0].cells.type")).isEqualTo("MultiPolygon");
    List<List<Double>> ring = JsonPath.read(body, "$.items[0].cells.coordinates[0][0]");
    assertThat(ring).hasSize(5).first().isEqualTo(ring.getLast());
    assertThat(JsonPath.<String>read(body, "$.items[0].sentence")).startsWith("14 händelser v. ");
    String id = JsonPath.read(body, "$.items[0].id");
    assertThat(JsonPath.<Integer>read(call(coordinator, "/api/v1/hotspots/" + id), "$.rank"))
        .isEqualTo(1);
    assertThat(status(stranger, "/api/v1/hotspots/" + id)).isEqualTo(404);
    assertThat(status(coordinator, "/api/v1/hotspots/" + UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void wrongParametersAreNamed() throws Exception {
    for (String query : List.of(
        "week=2026-W99",
        "week=2099-W01",
        "limit=0",
        "limit=x",
        "cursor=-1",
        "audience=leadership%00")) {
      MockHttpServletResponse answer = answer(coordinator, "/api/v1/hotspots?" + query);
      assertThat(answer.getStatus()).as(query).isEqualTo(422);
      assertThat(answer.getContentAsString()).contains(query.substring(0, query.indexOf('=')));
    }
  }

  private String call(Actor actor, String path) throws Exception {
    MockHttpServletResponse answer = answer(actor, path);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private int status(Actor actor, String path) throws Exception {
    return answer(actor, path).getStatus();
  }

  private MockHttpServletResponse answer(Actor actor, String path) {
    return CurrentActor.as(actor, () -> {
      try {
        return mvc.perform(get(java.net.URI.create(path)).header("Accept-Language", "sv"))
            .andReturn()
            .getResponse();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
