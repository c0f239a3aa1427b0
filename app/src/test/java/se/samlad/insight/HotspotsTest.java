package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.Planted;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** A planted hotspot: found, explained, and read only by those who may look as its audience. */
@SamladTest
class HotspotsTest {

  static final IsoWeek WEEK = new IsoWeek(2026, 46);
  static final Audience COORDINATOR = new Audience.Coordinator();
  static final Locale SWEDISH = Locale.of("sv");

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Hotspots hotspots;

  @Autowired
  HotspotSentences sentences;

  @Autowired
  HotspotRounds rounds;

  TestTown town;
  UUID centrum;
  UUID norr;
  UUID guards;
  UUID housing;
  UUID groupId;
  UUID otherGroupId;
  Person coordinator;
  Person inGroup;
  Person inOtherGroup;
  Person leader;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    centrum = town.area("Centrum", 0, 0);
    norr = town.area("Norr", 0, 1);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    housing = town.organisation("Bostäder", "HOUSING_COMPANY");
    groupId = town.group("EST Centrum", false, centrum);
    otherGroupId = town.group("EST Norr", false, norr);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(groupId, false, centrum);
    inOtherGroup = town.person(Role.GROUP_MEMBER, null).inGroup(otherGroupId, false, norr);
    leader = town.person(Role.LEADERSHIP, null);
  }

  @Test
  void plantedHotspotIsFoundWithTheIntervalOfItsCell() {
    history(13);
    plantTen();
    HotspotRun run = run(coordinator.actor(), COORDINATOR);
    assertThat(run.state()).isEqualTo(HotspotRun.State.READY);
    assertThat(run.windows()).isEqualTo(13);
    assertThat(run.hotspots()).singleElement().satisfies(hotspot -> {
      HotspotTest.Cell expected = byHand();
      assertThat(hotspot.figure().value()).isEqualTo(12).isEqualTo(expected.count());
      Figure.Expected band = hotspot.figure().expected().orElseThrow();
      assertThat((long) band.lower()).isEqualTo(expected.lower());
      assertThat((long) band.upper()).isEqualTo(expected.upper());
      assertThat(hotspot.certainty()).isEqualTo(expected.certainty());
      assertThat(hotspot.basis().stability()).isEqualTo(expected.stability());
      assertThat(hotspot.areaId()).isEqualTo(centrum);
      assertThat(hotspot.basis().cells()).containsExactly(new Hotspot.Cell(2000, 26240));
      assertThat(hotspot.wktSweref()).startsWith("POLYGON ((500000 6560000");
    });
  }

  @Test
  void sameDataGiveTheSameRunAgain() {
    history(13);
    plantTen();
    HotspotRun first = run(coordinator.actor(), COORDINATOR);
    HotspotRun second = run(coordinator.actor(), COORDINATOR);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.hotspots())
        .usingRecursiveComparison()
        .ignoringFields("figure.asOf")
        .isEqualTo(first.hotspots());
    assertThat(tenancy.readAs(coordinator.actor(), () -> hotspots.latest(COORDINATOR, WEEK)))
        .isEqualTo(second);
  }

  @Test
  void placeNoLongerFoundIsKeptOffTheListAndStillOpens() {
    history(13);
    plantTen();
    Hotspot found = run(coordinator.actor(), COORDINATOR).hotspots().getFirst();
    town.asSystem(
        () -> db.sql("update samlad.incident_source set state = 'DISMISSED' where week >= :week")
            .param("week", WEEK.monday())
            .update());
    assertThat(run(coordinator.actor(), COORDINATOR).hotspots()).isEmpty();
    assertThat(
            tenancy.readAs(coordinator.actor(), () -> hotspots.get(found.id())).rank())
        .isZero();
  }

  @Test
  void groupIsShownItsOwnRunAndNobodyElses() {
    history(13);
    plantTen();
    new Planted(town, db, housing).in(norr).at(0.6, 1.6).inWeek(WEEK, 14).write();
    Audience group = new Audience.Group(groupId);
    HotspotRun all = run(coordinator.actor(), COORDINATOR);
    HotspotRun own = run(inGroup.actor(), group);
    assertThat(all.hotspots()).hasSize(2);
    assertThat(own.hotspots()).singleElement().satisfies(hotspot -> {
      assertThat(hotspot.figure().value()).isEqualTo(12);
      assertThat(hotspot.id()).isNotEqualTo(all.hotspots().get(1).id());
    });
    UUID id = own.hotspots().getFirst().id();
    assertThat(found(inGroup.actor(), id)).isTrue();
    assertThat(found(coordinator.actor(), id)).isTrue();
    assertThat(found(inOtherGroup.actor(), id)).isFalse();
    assertThat(found(leader.actor(), id)).isFalse();
    assertThat(tenancy
            .readAs(inOtherGroup.actor(), () -> hotspots.latest(group, WEEK))
            .state())
        .isEqualTo(HotspotRun.State.NONE);
    assertThat(tenancy
            .readAs(inGroup.actor(), () -> hotspots.latest(COORDINATOR, WEEK))
            .state())
        .isEqualTo(HotspotRun.State.NONE);
    assertThatThrownBy(() -> run(inOtherGroup.actor(), group)).isInstanceOf(NotFound.class);
    TestTown elsewhere = TestTown.in(tenancy, db, catalogue);
    assertThat(found(elsewhere.person(Role.COORDINATOR, null).actor(), id)).isFalse();
  }

  @Test
  void whatIsNotPassedCountsForTheCoordinatorAlone() {
    history(13);
    new Planted(town, db, guards).in(centrum).state("NEW").inWeek(WEEK, 12).write();
    assertThat(run(coordinator.actor(), COORDINATOR).hotspots()).hasSize(1);
    assertThat(run(inGroup.actor(), new Audience.Group(groupId)).hotspots()).isEmpty();
  }

  @Test
  void centroidCoarseShareAndSleepingPlaceNeverMakeAHotspot() {
    history(13);
    new Planted(town, db, guards)
        .in(centrum)
        .precision("CENTROID")
        .inWeek(WEEK, 20)
        .at(0.6, 0.1)
        .precision("EXACT")
        .of("ORDNING", "OLOVLIG_SOVPLATS")
        .inWeek(WEEK, 20)
        .write();
    assertThat(run(coordinator.actor(), COORDINATOR).hotspots()).isEmpty();
    new Planted(town, db, housing)
        .in(centrum)
        .sharing("COARSE")
        .inWeek(WEEK, 20)
        .write();
    assertThat(run(inGroup.actor(), new Audience.Group(groupId)).hotspots()).isEmpty();
  }

  @Test
  void fivePastWindowsAreInsufficientAndSixAreEnough() {
    history(5);
    plantTen();
    HotspotRun thin = run(coordinator.actor(), COORDINATOR);
    assertThat(thin.state()).isEqualTo(HotspotRun.State.INSUFFICIENT);
    assertThat(thin.windows()).isEqualTo(5);
    assertThat(thin.hotspots()).isEmpty();
    history(6);
    assertThat(run(coordinator.actor(), COORDINATOR).state()).isEqualTo(HotspotRun.State.READY);
  }

  @Test
  void sentenceSaysWhatTheFiguresSayAndNoMore() {
    history(13);
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int i = 0; i < 8; i++) {
      planted.of("SAMLING", "UTOMHUS").began("2026-11-" + (13 + i % 2) + "T20:0" + i);
    }
    for (int i = 0; i < 4; i++) {
      planted.of("SKADEGORELSE", "KLOTTER").began("2026-11-1" + i + "T0" + (2 * i) + ":10");
    }
    planted.write();
    Hotspot hotspot = run(coordinator.actor(), COORDINATOR).hotspots().getFirst();
    CurrentActor.as(coordinator.actor(), () -> {
      assertThat(sentences.say(hotspot, SWEDISH))
          .isEqualTo("12 händelser v. 43–46, väntat "
              + hotspot.figure().expected().orElseThrow().lower() + "–"
              + hotspot.figure().expected().orElseThrow().upper()
              + ". Åtta gäller samling som oroar, fyra skadegörelse."
              + " Åtta började fredag–lördag kl. 20–21."
              + " Rapporterat av en organisation, den enda som tillfrågas om platsen."
              + " Första veckan som hotspot av de fyra senaste.");
      assertThat(sentences.describe(hotspot, Locale.ENGLISH))
          .isEqualTo("Eight concern gathering that worries, four vandalism."
              + " Eight began Friday–Saturday 20:00–21:00.");
    });
  }

  @Test
  void placeHotForSeveralWeeksSaysSo() {
    history(13);
    new Planted(town, db, guards)
        .in(centrum)
        .inWeek(WEEK.plus(-2), 12)
        .inWeek(WEEK, 3)
        .write();
    assertThat(run(coordinator.actor(), COORDINATOR).hotspots())
        .singleElement()
        .satisfies(hotspot -> {
          assertThat(hotspot.weeksOfLastFour()).isEqualTo(3);
          assertThat(sentences.persistence(hotspot, SWEDISH))
              .isEqualTo("Har varit hotspot 3 av de 4 senaste veckorna.");
        });
  }

  /** Thirty quiet cells over the windows before, one of them where the hotspot will be: two incidents a window. */
  private void history(int windows) {
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int window = 1; window <= windows; window++) {
      for (int cell = 0; cell < 12; cell++) {
        planted.at(0.1 + 0.25 * (cell % 4), 0.1 + 0.25 * (cell / 4));
        for (int i = 0; i < 1 + (cell + window) % 3; i++) {
          planted.inWeek(WEEK.plus(-4 * window - i), 1);
        }
        planted.inWeek(WEEK.plus(-4 * window - 3), first(cell, window));
      }
    }
    planted.write();
  }

  /** How many in a window's first week; never none everywhere, so that the window is whole. */
  private static int first(int cell, int window) {
    return cell == 1 ? 1 : window % 2;
  }

  private void plantTen() {
    new Planted(town, db, guards).in(centrum).inWeek(WEEK, 12).write();
  }

  /** The same counts put into the method by hand. */
  private static HotspotTest.Cell byHand() {
    int[] now = new int[12];
    int[][] past = new int[12][13];
    now[0] = 12;
    for (int cell = 0; cell < 12; cell++) {
      for (int window = 1; window <= 13; window++) {
        past[cell][window - 1] = 1 + (cell + window) % 3 + first(cell, window);
      }
    }
    return HotspotTest.run(now, past).cells().getFirst();
  }

  private HotspotRun run(Actor actor, Audience audience) {
    return CurrentActor.as(actor, () -> hotspots.run(audience, WEEK));
  }

  private boolean found(Actor actor, UUID id) {
    return tenancy.readAs(actor, () -> hotspots.find(id)).isPresent();
  }
}
