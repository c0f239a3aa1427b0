package se.samlad.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samlad.analysis.effect.Verdict;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.feedback.Feedback;
import se.samlad.followup.Evaluation;
import se.samlad.followup.Evaluations;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.Measures;
import se.samlad.situation.SituationPictures;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

@SamladTest
class DemoTest {

  @Autowired
  private Demo demo;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private Members members;

  @Autowired
  private Organisations organisations;

  @Autowired
  private Groups groups;

  @Autowired
  private Measures measures;

  @Autowired
  private Evaluations evaluations;

  @Autowired
  private SituationPictures pictures;

  @Autowired
  private Feedback feedback;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private WebApplicationContext context;

  @BeforeEach
  void openTheDemo() {
    demo.open();
  }

  @Test
  void everyRoleCardOpensAnAccount() {
    inLindesta(() -> {
      assertThat(Arrays.stream(DemoRole.values())
              .filter(role -> members.findDemo(role).isEmpty()))
          .isEmpty();
      return true;
    });
  }

  @Test
  void twelveOrganisationsSitInTheGroup() {
    inLindesta(() -> {
      assertThat(organisations.list()).hasSize(12);
      var group = groups.getBySlug("est-gruppen");
      assertThat(groups.seats(group.id())).hasSizeGreaterThanOrEqualTo(13);
      assertThat(group.wholeMunicipality()).isTrue();
      return true;
    });
  }

  @Test
  void lightsHelpedWithoutAVisibleMoveAndTheClosedParkingMovedTheDriving() {
    Evaluation lights = evaluation("Ny belysning och målning i Åtunneln");
    assertThat(lights.verdict().effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(lights.verdict().movement()).isInstanceOf(Verdict.Movement.NoVisibleMove.class);
    assertThat(lights.plan().chosenBeforehand()).isTrue();
    Evaluation closed = evaluation("Parkeringen avstängd kvällstid");
    assertThat(closed.verdict().effect()).isEqualTo(Verdict.Effect.FEWER);
    assertThat(closed.verdict().movement()).isInstanceOf(Verdict.Movement.Moved.class);
    assertThat(closed.preliminary()).isFalse();
  }

  private Evaluation evaluation(String title) {
    return inLindesta(() -> {
      Measure measure = measures.list(MeasureFilter.all()).stream()
          .filter(each -> each.title().equals(title))
          .findFirst()
          .orElseThrow();
      return evaluations
          .of(measure, evaluations.plan(measure.id()).orElseThrow())
          .orElseThrow();
    });
  }

  @Test
  void aSecondStartKeepsWhatIsThere() {
    var before = municipalities.find(Demo.LINDESTA);
    demo.open();
    assertThat(municipalities.find(Demo.LINDESTA)).isEqualTo(before);
  }

  @Test
  void resettingBuildsAnewAndLeavesOthersAlone() {
    TestTown other = TestTown.in(tenancy, db, catalogue);
    other.area("Centrum", 0, 0);
    var before = municipalities.find(Demo.LINDESTA).orElseThrow();
    long addresses = rows("place");
    demo.reset();
    assertThat(municipalities.find(Demo.LINDESTA)).isPresent().get().isNotEqualTo(before);
    assertThat(rows("place")).isEqualTo(addresses);
    assertThat(tenancy.<Long>readAs(Actor.system(before), () -> count("audit_entry")))
        .isZero();
    assertThat(tenancy.<Long>readAs(other.system(), () -> count("area"))).isEqualTo(1);
  }

  @Test
  void aRealMunicipalityCannotBeWiped() {
    TestTown real = TestTown.in(tenancy, db, catalogue);
    assertThatThrownBy(() -> real.asSystem(this::wipe)).isInstanceOf(DataAccessException.class);
    var coordinator = municipalities.find(Demo.LINDESTA).orElseThrow();
    assertThatThrownBy(() -> tenancy.as(Actor.anybody(coordinator), this::wipe))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void historyOfThreeYearsIsThere() {
    inLindesta(() -> {
      assertThat(count("incident_source")).isBetween(3_000L, 4_500L);
      assertThat(count("incident_detail")).isEqualTo(count("incident_source"));
      assertThat(count("incident")).isLessThan(count("incident_source"));
      assertThat(count("report")).isEqualTo(count("incident_source"));
      assertThat(count("unit_week")).isGreaterThan(1_500);
      assertThat(count("nothing_to_report")).isGreaterThan(300);
      assertThat(count("crime_record")).isGreaterThan(3_000).isEqualTo(count("crime_detail"));
      assertThat(db.sql("select count(distinct week) from samlad.incident_source")
              .query(Integer.class)
              .single())
          .isBetween(150, 157);
      assertThat(db.sql("select count(distinct week) from samlad.crime_record")
              .query(Integer.class)
              .single())
          .isBetween(255, 261);
      return true;
    });
  }

  @Test
  void twelveNewReportsWaitTwoOfThemWithADoubtfulText() {
    inLindesta(() -> {
      assertThat(db.sql("select count(*) from samlad.incident_source where state = 'NEW'")
              .query(Integer.class)
              .single())
          .isEqualTo(12);
      assertThat(db.sql("select count(*) from samlad.incident_source where 'TEXT' = any (flags)")
              .query(Integer.class)
              .single())
          .isEqualTo(2);
      return true;
    });
  }

  @Test
  void nothingHappenedAfterNow() {
    inLindesta(() -> {
      assertThat(db.sql("""
              select greatest((select max(received_at) from samlad.report), (select max(at) from samlad.incident_event),
                              (select max(to_at) from samlad.incident_detail)) <= now()
              """).query(Boolean.class).single()).isTrue();
      return true;
    });
  }

  @Test
  void theGroupSeesPassedIncidentsOnlyAndNoDoubtfulText() {
    var lindesta = municipalities.find(Demo.LINDESTA).orElseThrow();
    var group = inLindesta(() -> groups.getBySlug("est-gruppen"));
    Actor sees = Actor.audience(
        lindesta, new Audience.Group(group.id()), group.areas(), group.wholeMunicipality());
    tenancy.readAs(sees, () -> {
      assertThat(count("incident_source")).isGreaterThan(2_500);
      assertThat(db.sql("select count(*) from samlad.incident_source where state <> 'PASSED'")
              .query(Integer.class)
              .single())
          .isZero();
      assertThat(db.sql("select count(*) from samlad.report_text where state = 'DOUBTFUL'")
              .query(Integer.class)
              .single())
          .isZero();
      assertThat(count("report_text")).isPositive();
      return true;
    });
  }

  @Test
  void sevenMeasuresAreUnderWayAndTwoAreBeingJudged() {
    inLindesta(() -> {
      Map<MeasureStatus, Long> byStatus = measures.list(MeasureFilter.all()).stream()
          .collect(Collectors.groupingBy(Measure::status, Collectors.counting()));
      assertThat(byStatus.get(MeasureStatus.ONGOING) + byStatus.get(MeasureStatus.COMMITTED))
          .isEqualTo(7);
      assertThat(byStatus)
          .containsEntry(MeasureStatus.PROPOSED, 1L)
          .containsEntry(MeasureStatus.DECLINED, 1L)
          .containsEntry(MeasureStatus.UNDER_EVALUATION, 2L)
          .containsEntry(MeasureStatus.CONCLUDED, 1L);
      assertThat(measures.followUpDue(LocalDate.now(IsoWeek.ZONE))).hasSize(3);
      assertThat(measures.overdue()).isNotEmpty();
      return true;
    });
  }

  @Test
  void lastWeeksPictureIsSignedAndThisWeeksLacksTwoBlocks() {
    inLindesta(() -> {
      assertThat(pictures.list())
          .extracting(picture -> picture.state() + " " + picture.blocksDone())
          .containsExactly("DRAFT 5", "SIGNED 7");
      return true;
    });
  }

  @Test
  void mostReportsWereAnsweredWithinAWeek() {
    inLindesta(() -> {
      LocalDate today = LocalDate.now(IsoWeek.ZONE);
      assertThat(feedback.answeredWithinSevenDays(today.minusWeeks(8), today).share())
          .isBetween(0.5, 0.95);
      return true;
    });
  }

  @Test
  void twoOrganisationsForTenWeeksAreTooLittle() {
    var thin = municipalities.find(Demo.THIN).orElseThrow();
    tenancy.readAs(Actor.system(thin), () -> {
      assertThat(organisations.list()).hasSize(2);
      assertThat(db.sql("select count(distinct week) from samlad.incident_source")
              .query(Integer.class)
              .single())
          .isBetween(8, 10);
      return true;
    });
  }

  @Test
  void noRowOfADemoIsSeenFromAnotherMunicipality() {
    TestTown other = TestTown.in(tenancy, db, catalogue);
    var lindesta = municipalities.find(Demo.LINDESTA).orElseThrow();
    List<String> tables =
        inLindesta(() -> db.sql("select table_name from drift.table_reach order by 1")
            .query(String.class)
            .list());
    tenancy.readAs(other.system(), () -> {
      for (String table : tables) {
        assertThat(db.sql(
                    "select count(*) from samlad." + table + " where municipality_id = :lindesta")
                .param("lindesta", lindesta.value())
                .query(Integer.class)
                .single())
            .as(table)
            .isZero();
      }
      return true;
    });
  }

  @Test
  void theFrontPageShowsFiveCardsAndTheStories() throws Exception {
    String page = mvc()
        .perform(get("/demo").param("kommun", Demo.LINDESTA))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(page)
        .contains(
            "/demo/vaktare",
            "/demo/samordnare",
            "/demo/polis",
            "/demo/bostadsbolag",
            "/demo/ledning")
        .contains("Tre berättelser", "Ullesta kommun")
        .doesNotContain("Återställ demo");
  }

  @Test
  void onlyARunningDemoCanBeReset() throws Exception {
    var before = municipalities.find(Demo.LINDESTA);
    mvc().perform(post("/demo/aterstall").with(csrf())).andExpect(status().isNotFound());
    assertThat(municipalities.find(Demo.LINDESTA)).isEqualTo(before);
  }

  private MockMvc mvc() {
    return MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  private void wipe() {
    db.sql("select samlad.wipe_demo()").query((row, n) -> true).list();
  }

  private long rows(String table) {
    return inLindesta(() -> count(table));
  }

  private long count(String table) {
    return db.sql("select count(*) from samlad." + table).query(Long.class).single();
  }

  private <T> T inLindesta(Supplier<T> work) {
    return tenancy.readAs(Actor.system(municipalities.find(Demo.LINDESTA).orElseThrow()), work);
  }
}
