package se.samlad.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.Review;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import tools.jackson.databind.json.JsonMapper;

/** What a signature is worth: the figures stand, and can be made again. */
@SamladTest
@RecordApplicationEvents
class FrozenFiguresTest {

  private static final Period MEETING = Period.parse("2026-v48").orElseThrow();
  private static final IsoWeek COVERED = IsoWeek.parse("2026-v47").orElseThrow();

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  SituationPictures pictures;

  @Autowired
  Review review;

  @Autowired
  JsonMapper json;

  TestTown town;
  UUID group;
  Person coordinator;
  Person inGroup;
  Person leader;
  List<UUID> lastWeek;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    UUID centrum = town.area("Centrum", 0, 0);
    UUID guards = town.organisation("Bevakning", "GUARD_COMPANY");
    town.unit(guards, "Kvällsturen");
    group = town.group("EST Centrum", false, centrum);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(group, false, centrum);
    leader = town.person(Role.LEADERSHIP, null);
    StreetLife life = new StreetLife(town, db, guards, centrum);
    for (int weeks = 1; weeks < 60; weeks++) {
      life.in(COVERED.plus(-weeks), weeks % 2);
    }
    lastWeek = life.in(COVERED, 12);
  }

  @Test
  void signedPictureShowsTheSameNumbersAfterIncidentsAreChanged() {
    SituationPicture signed = signed();
    PictureFigures before = figures(coordinator, signed);

    dismissTwo();

    assertThat(before.incidents().value()).isEqualTo(12);
    assertThat(figures(coordinator, signed)).usingRecursiveComparison().isEqualTo(before);
    assertThat(json.writeValueAsString(figures(inGroup, signed)))
        .isEqualTo(json.writeValueAsString(before));
    assertThat(as(coordinator, () -> pictures.get(signed.id()))
            .block(BlockKind.BRIEF)
            .text())
        .startsWith("Vecka 47 var oroligare än väntat: 12 händelser mot väntat");
  }

  @Test
  void signedCountIsMadeAgainFromWhatWasKnownThen() {
    SituationPicture signed = signed();
    assertThat(again(signed)).isEqualTo(12);

    new StreetLife(town, db, owner(), area()).in(COVERED, 3);

    assertThat(again(signed)).as("what came in late was not known").isBetween(12, 15);
    dismissTwo();
    assertThat(as(coordinator, () -> pictures.figures(signed)).incidents().value())
        .isEqualTo(12);
  }

  @Test
  void nextVersionCountsAnewAndTheSignedOneStands() {
    SituationPicture signed = signed();
    dismissTwo();

    SituationPicture next = as(coordinator, () -> pictures.newVersion(signed.id()));

    assertThat(next.version()).isEqualTo(2);
    assertThat(next.state()).isEqualTo(PictureState.DRAFT);
    assertThat(next.block(BlockKind.BRIEF).text())
        .isEqualTo(as(coordinator, () -> pictures.get(signed.id()))
            .block(BlockKind.BRIEF)
            .text());
    assertThat(figures(coordinator, next).incidents().value()).isEqualTo(10);
    assertThat(figures(coordinator, signed).incidents().value()).isEqualTo(12);
    assertThat(as(inGroup, () -> pictures.find(group, MEETING)).orElseThrow().id())
        .as("the group reads the signed one while the next is a draft")
        .isEqualTo(signed.id());
    assertThatThrownBy(() -> as(coordinator, () -> pictures.newVersion(signed.id())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void databaseItselfKeepsASignedPicture() {
    SituationPicture signed = signed();

    for (String change : List.of(
        "update samlad.situation_block set body = 'x' where picture_id = :id",
        "delete from samlad.situation_block where picture_id = :id",
        "update samlad.situation_figures set figures = '{}' where picture_id = :id",
        "update samlad.situation_picture set signed_name = 'x' where picture_id = :id",
        "update samlad.situation_picture set state = 'DRAFT', signed_at = null where picture_id = :id",
        "delete from samlad.situation_figures where picture_id = :id")) {
      assertThatThrownBy(() -> tenancy.as(
              coordinator.actor(), () -> db.sql(change).param("id", signed.id()).update()))
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void leadershipReadsWhatIsSharedWithoutSmallNumbers() {
    SituationPicture signed = signed();
    assertThat(as(leader, () -> pictures.find(signed.id()))).isEmpty();

    as(coordinator, () -> pictures.share(signed.id()));

    SituationPicture shared = as(leader, () -> pictures.get(signed.id()));
    PictureFigures seen = figures(leader, shared);
    assertThat(seen.audience()).isEqualTo("leadership");
    assertThat(seen.incidents().value()).isEqualTo(12);
    assertThat(seen.before()).as("a count from one to four is hidden").isNull();
    assertThat(seen.hours().hidden()).isTrue();
    assertThat(tenancy.readAs(
            leader.actor(),
            () -> db.sql("select audience from samlad.situation_figures where picture_id = :id")
                .param("id", signed.id())
                .query(String.class)
                .list()))
        .containsExactly("leadership");
  }

  @Test
  void signingIsToldToThoseWhoListen(ApplicationEvents events) {
    SituationPicture signed = signed();

    assertThat(events.stream(SituationPictureSigned.class))
        .contains(new SituationPictureSigned(
            town.id().value(), signed.id(), group, COVERED.monday(), COVERED.sunday()));
  }

  @Test
  void onlyAReadyPictureIsSignedAndOnlyByTheCoordinator() {
    SituationPicture draft = as(coordinator, () -> pictures.open(group, MEETING));

    assertThatThrownBy(() -> CurrentActor.as(coordinator.actor(), () -> pictures.sign(draft.id())))
        .isInstanceOf(Refused.class);
    ready(draft);
    assertThatThrownBy(() -> CurrentActor.as(inGroup.actor(), () -> pictures.sign(draft.id())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(coordinator, () -> pictures.share(draft.id())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void hotspotOfTheWeekStandsInThePictureWithItsExpectedInterval() {
    PictureFigures figures =
        figures(coordinator, as(coordinator, () -> pictures.open(group, MEETING)));

    assertThat(figures.hotspots().state()).isEqualTo("READY");
    assertThat(figures.hotspots().list()).hasSize(1);
    assertThat(figures.hotspots().list().getFirst().count().word().name()).isEqualTo("MORE");
    assertThat(figures.coming())
        .extracting(PictureFigures.Coming::what)
        .containsExactly("löning", "Black Friday");
  }

  @Test
  void calendarOfTheMunicipalityIsWhatIsToExpect() {
    town.asSystem(() -> db.sql("""
            insert into samlad.calendar_entry (municipality_id, entry_id, kind, title, starts_at, ends_at, yearly)
            values (samlad.municipality(), gen_random_uuid(), 'GATHERING', 'derby i ishallen', '2026-11-28 14:00Z', '2026-11-28 17:00Z', false),
                   (samlad.municipality(), gen_random_uuid(), 'GATHERING', 'julskyltning', '2020-11-29 14:00Z', '2020-11-29 18:00Z', true),
                   (samlad.municipality(), gen_random_uuid(), 'RISK_DATE', 'lön och barnbidrag', '2026-11-24 23:00Z', '2026-11-25 23:00Z', false),
                   (samlad.municipality(), gen_random_uuid(), 'GATHERING', 'annan vecka', '2026-12-12 14:00Z', '2026-12-12 18:00Z', false)
            """).update());

    PictureFigures figures =
        figures(coordinator, as(coordinator, () -> pictures.open(group, MEETING)));

    assertThat(figures.coming())
        .containsSequence(
            new PictureFigures.Coming(LocalDate.of(2026, 11, 28), "kl. 15.00", "derby i ishallen"),
            new PictureFigures.Coming(LocalDate.of(2026, 11, 29), "kl. 15.00", "julskyltning"))
        .contains(new PictureFigures.Coming(LocalDate.of(2026, 11, 25), "", "lön och barnbidrag"))
        .noneMatch(
            coming -> coming.what().equals("annan vecka") || coming.what().equals("löning"));
  }

  @Test
  void emptyWeekOfASilentTownIsNotCalledCalm() {
    TestTown quiet = TestTown.in(tenancy, db, catalogue);
    UUID area = quiet.area("Norr", 0, 0);
    quiet.unit(quiet.organisation("Bostäder", "HOUSING_COMPANY"), "Förvaltarna");
    UUID quietGroup = quiet.group("EST Norr", false, area);
    Person writer = quiet.person(Role.COORDINATOR, null);
    SituationPicture draft = tenancy.as(writer.actor(), () -> pictures.open(quietGroup, MEETING));

    PictureFigures figures = CurrentActor.as(writer.actor(), () -> pictures.figures(draft));

    assertThat(figures.incidents().silent()).isTrue();
    assertThat(figures.answers().silent()).containsExactly("Bostäder");
    assertThat(figures.hotspots().ready()).isFalse();
  }

  private SituationPicture signed() {
    SituationPicture draft = as(coordinator, () -> pictures.open(group, MEETING));
    ready(draft);
    return CurrentActor.as(coordinator.actor(), () -> pictures.sign(draft.id()));
  }

  private void ready(SituationPicture draft) {
    as(coordinator, () -> {
      for (BlockKind kind : BlockKind.values()) {
        pictures.tick(draft.id(), kind, true);
      }
      return pictures.ready(draft.id());
    });
  }

  private void dismissTwo() {
    as(coordinator, () -> review.dismiss(Set.copyOf(lastWeek.subList(0, 2)), "dubbletter"));
  }

  private int again(SituationPicture signed) {
    Integer value = CurrentActor.as(coordinator.actor(), () -> pictures.countAgain(signed))
        .orElseThrow()
        .value();
    return value == null ? -1 : value;
  }

  private UUID owner() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select organisation_id from samlad.organisation")
            .query(UUID.class)
            .single());
  }

  private UUID area() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select area_id from samlad.area").query(UUID.class).single());
  }

  private PictureFigures figures(Person person, SituationPicture picture) {
    return CurrentActor.as(person.actor(), () -> pictures.figures(picture));
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
