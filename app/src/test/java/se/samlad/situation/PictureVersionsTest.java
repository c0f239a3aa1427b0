package se.samlad.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** From draft to ready: who writes, who reads, and what happens when two write at once. */
@SamladTest
class PictureVersionsTest {

  private static final Period WEEK = Period.parse("2026-v48").orElseThrow();

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  SituationPictures pictures;

  @Autowired
  PictureTemplate template;

  TestTown town;
  UUID group;
  Person coordinator;
  Person inGroup;
  Person outsider;
  Person leader;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    UUID centrum = town.area("Centrum", 0, 0);
    group = town.group("EST Centrum", false, centrum);
    coordinator = town.person(Role.COORDINATOR, null);
    inGroup = town.person(Role.GROUP_MEMBER, null).inGroup(group, false, centrum);
    outsider = town.person(Role.GROUP_MEMBER, null)
        .inGroup(town.group("EST Norr", false, town.area("Norr", 0, 1)), false);
    leader = town.person(Role.LEADERSHIP, null);
  }

  @Test
  void pictureTellsAboutTheWeekBeforeTheMeetingAndIsOpenedOnce() {
    SituationPicture opened = open();

    assertThat(opened.covered().slug()).isEqualTo("2026-v47");
    assertThat(opened.meetingOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(opened.blocks())
        .extracting(PictureBlock::kind)
        .containsExactly(
            BlockKind.BRIEF,
            BlockKind.KEY_FIGURES,
            BlockKind.MAP,
            BlockKind.HOTSPOTS,
            BlockKind.WHEN,
            BlockKind.MEASURES,
            BlockKind.AHEAD);
    assertThat(open().id()).isEqualTo(opened.id());
  }

  @Test
  void draftIsTheCoordinatorsAndReadyIsTheGroups() {
    SituationPicture draft = open();
    assertThat(as(inGroup, () -> pictures.find(draft.id()))).isEmpty();

    makeReady(draft);

    assertThat(as(inGroup, () -> pictures.get(draft.id())).state()).isEqualTo(PictureState.READY);
    assertThat(as(outsider, () -> pictures.find(draft.id()))).isEmpty();
    assertThat(as(outsider, () -> pictures.list())).isEmpty();
    assertThat(as(leader, () -> pictures.find(draft.id()))).isEmpty();
  }

  @Test
  void otherMunicipalitysCoordinatorFindsNothing() {
    SituationPicture draft = open();
    Person stranger = TestTown.in(tenancy, db, catalogue).person(Role.COORDINATOR, null);

    assertThat(as(stranger, () -> pictures.find(draft.id()))).isEmpty();
    assertThatThrownBy(() -> as(stranger, () -> pictures.ready(draft.id())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyButTheCoordinatorWrites() {
    SituationPicture draft = open();
    makeReady(draft);

    assertThatThrownBy(() -> as(inGroup, () -> pictures.reopen(draft.id())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(leader, () -> pictures.open(group, WEEK)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void databaseHoldsTheSameWithTheApplicationsChecksOff() {
    SituationPicture draft = open();
    String change = "update samlad.situation_block set body = 'x' where picture_id = :id";

    int changed =
        tenancy.as(inGroup.actor(), () -> db.sql(change).param("id", draft.id()).update());
    int seen = tenancy.readAs(
        leader.actor(),
        () -> db.sql("select count(*) from samlad.situation_block where picture_id = :id")
            .param("id", draft.id())
            .query(Integer.class)
            .single());

    assertThat(changed).isZero();
    assertThat(seen).isZero();
  }

  @Test
  void saveOntoABlockSomebodyElseSavedIsRefusedAndTellsWhatStands() {
    SituationPicture draft = open();
    write(draft, 0, "Det första.");

    assertThatThrownBy(() -> write(draft, 0, "Det andra."))
        .isInstanceOfSatisfying(BlockChanged.class, changed -> {
          assertThat(changed.kind()).isEqualTo(Refused.Kind.CHANGED_MEANWHILE);
          assertThat(changed.current().text()).isEqualTo("Det första.");
        });
    assertThat(text(draft)).isEqualTo("Det första.");
    assertThat(write(draft, 1, "Det andra.").block(BlockKind.BRIEF).revision()).isEqualTo(2);
  }

  @Test
  void personalNumberNeverReachesTheDatabase() {
    SituationPicture draft = open();

    write(draft, 0, "Ring 070-123 45 67 om det.");

    assertThat(text(draft)).doesNotContain("070").contains("▮");
  }

  @Test
  void textThatCannotBePrintedOrIsTooLongIsSentBack() {
    SituationPicture draft = open();

    assertThatThrownBy(() -> write(draft, 0, "a\u0000b")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> write(draft, 0, "å".repeat(701)))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problems().getFirst().field()).isEqualTo("text"));
    assertThat(text(draft)).isNull();
  }

  @Test
  void blocksMustBeTickedBeforeTheMeeting() {
    SituationPicture draft = open();

    assertThatThrownBy(() -> as(coordinator, () -> pictures.ready(draft.id())))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.arguments())
                .first()
                .asString()
                .startsWith("Läget i korthet, Nyckeltal"));
  }

  @Test
  void readyPictureIsChangedAfterItWasOpenedAgain() {
    SituationPicture draft = open();
    makeReady(draft);
    assertThatThrownBy(() -> write(draft, 1, "Mer.")).isInstanceOf(Refused.class);

    as(coordinator, () -> pictures.reopen(draft.id()));

    assertThat(write(draft, 1, "Mer.").block(BlockKind.BRIEF).text()).isEqualTo("Mer.");
  }

  @Test
  void municipalityHasItsOwnHeadingsAndOlderPicturesKeepTheirs() {
    SituationPicture before = open();
    var own = as(coordinator, template::rows).reversed().stream()
        .map(row -> new PictureTemplate.Row(row.kind(), "Vår " + row.heading(), row.section()))
        .toList();

    as(coordinator, () -> {
      template.replace(own);
      return own;
    });
    SituationPicture after = as(coordinator, () -> pictures.open(group, WEEK.next()));

    assertThat(after.blocks().getFirst().heading()).isEqualTo("Vår Att vänta");
    assertThat(
            as(coordinator, () -> pictures.get(before.id())).blocks().getFirst().heading())
        .isEqualTo("Läget i korthet");
  }

  private SituationPicture open() {
    return as(coordinator, () -> pictures.open(group, WEEK));
  }

  private SituationPicture write(SituationPicture picture, int revision, String text) {
    return as(
        coordinator,
        () -> pictures.write(picture.id(), BlockKind.BRIEF, revision, text, Map.of(), true));
  }

  private String text(SituationPicture picture) {
    return as(coordinator, () -> pictures.get(picture.id()))
        .block(BlockKind.BRIEF)
        .text();
  }

  private void makeReady(SituationPicture picture) {
    as(coordinator, () -> {
      for (BlockKind kind : BlockKind.values()) {
        pictures.tick(picture.id(), kind, true);
      }
      return pictures.ready(picture.id());
    });
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
