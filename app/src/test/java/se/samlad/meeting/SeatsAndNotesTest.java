package se.samlad.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureTown;
import se.samlad.problem.Problems;
import se.samlad.situation.SituationPictures;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** What a seat in a steering group opens and what not, and notes in which the guard doubts a word. */
@BrowserTest
class SeatsAndNotesTest {

  private static final Period PERIOD = Period.of(new IsoWeek(2026, 47));
  private static final String DOUBTFUL = "Såg Kalle Karlsson vid porten.";

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Problems problems;

  @Autowired
  Meetings meetings;

  @Autowired
  SituationPictures pictures;

  @Autowired
  MemberRights rights;

  MeasureTown town;
  UUID steering;
  Actor director;

  @BeforeEach
  void build() {
    town = new MeasureTown(tenancy, db, catalogue, problems);
    steering = town.town.group("Styrgruppen", true, town.centrum);
    town.town.asSystem(
        () -> db.sql("update samlad.working_group set level = 'STEERING' where group_id = :group")
            .param("group", steering)
            .update());
    Person person = town.town.person(Role.LEADERSHIP, null).playing(DemoRole.RAPPORTOR);
    person.inGroup(steering, true);
    director =
        rights.find(town.town.id(), person.member()).orElseThrow().actor(ActorKind.PERSON, false);
  }

  @Test
  void seatInASteeringGroupOpensItsDocumentsAndNoArea() {
    assertThat(director.roles()).containsExactly(Role.LEADERSHIP);
    assertThat(director.groups()).containsExactly(steering);
    assertThat(director.areas()).isEmpty();
    assertThat(director.wholeMunicipality()).isFalse();
    Meeting own = tenancy.readAs(director, () -> meetings.of(steering, PERIOD));
    assertThat(own.guests())
        .as("small numbers are hidden from the steering group")
        .isTrue();
    assertThatThrownBy(() -> tenancy.readAs(director, () -> meetings.of(town.group, PERIOD)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void steeringGroupReadsItsOwnPictureFromWhenItIsReady() {
    UUID own = draft(steering);
    UUID others = draft(town.group);
    assertThat(seen(own)).isFalse();
    ready(own);
    ready(others);
    assertThat(seen(own)).isTrue();
    assertThat(seen(others)).isFalse();
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town.town, DemoRole.RAPPORTOR);
      assertThat(visit.open("/moten/styrgruppen/2026-v47").locator("h1").textContent())
          .contains("Styrgruppen");
      visit.isAccessible();
      visit.open("/moten/styrgruppen/2026-v47/visa/3");
      assertThat(page.title()).doesNotContain("Det finns inte");
      visit.open("/lagesbilder/styrgruppen/2026-v47");
      assertThat(page.locator(".a4").count()).isEqualTo(1);
      visit.isAccessible();
      assertThat(page.navigate("/moten/est-centrum/2026-v47").status()).isEqualTo(404);
    }
  }

  @Test
  void noteInDoubtWaitsForTheCoordinator() {
    tenancy.as(
        town.guardInGroup.actor(), () -> meetings.note(town.group, PERIOD, "laget", DOUBTFUL));
    assertThat(note(town.guardInGroup)).isEqualTo(new Note(DOUBTFUL, true));
    assertThat(note(town.coordinator)).isEqualTo(new Note(DOUBTFUL, true));
    assertThat(note(town.owner).withheld()).isTrue();
    assertThat(minutes()).doesNotContain("Karlsson");
    assertThatThrownBy(() -> tenancy.as(
            town.owner.actor(), () -> meetings.note(town.group, PERIOD, "laget", "Annat")))
        .isInstanceOf(Refused.class)
        .hasMessage("meeting.refused.note");
    assertThatThrownBy(() ->
            tenancy.as(town.owner.actor(), () -> meetings.showNote(town.group, PERIOD, "laget")))
        .isInstanceOf(Refused.class);
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town.town, DemoRole.SAMORDNARE);
      visit.open("/moten/est-centrum/2026-v47");
      visit.isAccessible();
      page.locator("button:has-text('Visa för gruppen')").click();
      assertThat(page.locator("#meddelande").textContent()).contains("visas för gruppen");
    }
    assertThat(note(town.owner)).isEqualTo(new Note(DOUBTFUL, false));
    assertThat(minutes()).contains("Karlsson");
  }

  private UUID draft(UUID group) {
    return tenancy
        .as(town.coordinator.actor(), () -> pictures.open(group, PERIOD))
        .id();
  }

  private void ready(UUID picture) {
    tenancy.as(town.coordinator.actor(), () -> {
      pictures.get(picture).blocks().forEach(block -> pictures.tick(picture, block.kind(), true));
      pictures.ready(picture);
    });
  }

  private boolean seen(UUID picture) {
    return tenancy.readAs(director, () -> pictures.find(picture)).isPresent();
  }

  private Note note(Person reader) {
    return tenancy.readAs(
        reader.actor(),
        () -> meetings.notes(meetings.of(town.group, PERIOD)).getOrDefault("laget", Note.NONE));
  }

  private String minutes() {
    return tenancy
        .readAs(town.coordinator.actor(), () -> meetings.minutes(meetings.of(town.group, PERIOD)))
        .toString();
  }
}
