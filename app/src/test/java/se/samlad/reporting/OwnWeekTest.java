package se.samlad.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.Checklists.Item;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** An organisation's own week: its checklist in versions, and its comment that only the EST coordinator reads. */
@SamladTest
class OwnWeekTest {

  private static final IsoWeek WEEK = IsoWeek.parse("2026-W47").orElseThrow();

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private Checklists checklists;

  @Autowired
  private OwnPictures pictures;

  private TestTown town;
  private UUID company;
  private UUID unit;
  private TestTown.Person own;
  private TestTown.Person coordinator;
  private TestTown.Person reporter;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue);
    company = town.organisation("Bostäder", "HOUSING_COMPANY");
    unit = town.unit(company, "Bovärdarna");
    own = town.person(Role.ORGANISATION_COORDINATOR, company);
    coordinator = town.person(Role.COORDINATOR, null);
    reporter = town.person(Role.REPORTER, company).in(unit);
  }

  @Test
  void savedListIsNewVersionAndOldAnswersKeepTheirs() {
    save(new Item("Parkering", "SKADEGORELSE"), new Item("Källare", null));
    tenancy.as(reporter.actor(), () -> checklists.looked(unit, WEEK, 1, List.of(0, 1, 1, 7, -1)));
    save(new Item("Källare", null), new Item("Lekplats", null), new Item("Tvättstuga", null));

    var now = tenancy.readAs(reporter.actor(), () -> checklists.of(company));
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.items())
        .extracting(Item::words)
        .containsExactly("Källare", "Lekplats", "Tvättstuga");
    assertThat(tenancy.readAs(own.actor(), () -> checklists.looked(company, WEEK)))
        .as("the answer of the week is read with the list it answered")
        .containsEntry(unit, new Checklists.Looked(2, 2));

    tenancy.as(reporter.actor(), () -> checklists.looked(unit, WEEK, 2, List.of(2)));
    assertThat(tenancy.readAs(own.actor(), () -> checklists.looked(company, WEEK)))
        .containsEntry(unit, new Checklists.Looked(1, 3));
  }

  @Test
  void listIsTheCoordinatorsOwnAndPersonalDataIsMasked() {
    save(new Item("Ring 070-123 45 67 om porten", null));
    assertThat(tenancy
            .readAs(own.actor(), () -> checklists.of(company))
            .items()
            .getFirst()
            .words())
        .doesNotContain("070");
    assertThatThrownBy(() -> save(new Item("x", null))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> save(new Item("Parkering", "FINNS-INTE")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> tenancy.as(
            reporter.actor(), () -> checklists.save(company, List.of(new Item("Vind", null)))))
        .isInstanceOf(NotFound.class);
    TestTown.Person stranger =
        town.person(Role.ORGANISATION_COORDINATOR, town.organisation("Skolan", "SCHOOL"));
    assertThat(tenancy.readAs(stranger.actor(), () -> checklists.of(company)).items())
        .isEmpty();
  }

  @Test
  void commentReachesTheCoordinatorAndNoOther() {
    TestTown.Person stranger =
        town.person(Role.ORGANISATION_COORDINATOR, town.organisation("Skolan", "SCHOOL"));
    tenancy.as(own.actor(), () -> pictures.write(company, WEEK, "Lugnt, men mörkt i källarna."));
    assertThat(tenancy.readAs(coordinator.actor(), () -> pictures.comments(WEEK)))
        .extracting(OwnPictures.Comment::words)
        .containsExactly("Lugnt, men mörkt i källarna.");
    for (TestTown.Person other : List.of(stranger, reporter)) {
      assertThat(tenancy.readAs(other.actor(), () -> pictures.comments(WEEK))).isEmpty();
    }
    assertThat(tenancy.readAs(town.system(), () -> pictures.comments(WEEK)))
        .as("the system reads no words")
        .isEmpty();
    assertThatThrownBy(() ->
            tenancy.as(coordinator.actor(), () -> pictures.write(company, WEEK, "I deras namn")))
        .isInstanceOf(NotFound.class);
    assertThat(told()).containsExactly("Ny kommentar till bilden för v. 47");
  }

  @Test
  void commentThatMayPointAtSomebodyIsHiddenUntilItsOwnCoordinatorPassesIt() {
    var guarded = tenancy.as(
        own.actor(), () -> pictures.write(company, WEEK, "Han heter Kalle Svensson, 811228-9874."));
    assertThat(guarded.text()).doesNotContain("811228");
    assertThat(guarded.doubtful()).isTrue();
    assertThat(tenancy.readAs(coordinator.actor(), () -> pictures.comments(WEEK)))
        .isEmpty();
    assertThat(told()).isEmpty();
    assertThat(tenancy.readAs(own.actor(), () -> pictures.comment(company, WEEK)))
        .hasValueSatisfying(comment -> assertThat(comment.hidden()).isTrue());
    tenancy.as(own.actor(), () -> pictures.pass(company, WEEK));
    assertThat(tenancy.readAs(coordinator.actor(), () -> pictures.comments(WEEK)))
        .hasSize(1);
    assertThat(told()).hasSize(1);
    assertThatThrownBy(() -> tenancy.as(own.actor(), () -> pictures.pass(company, WEEK)))
        .isInstanceOf(NotFound.class);
  }

  private void save(Item... items) {
    tenancy.as(own.actor(), () -> checklists.save(company, List.of(items)));
  }

  private List<String> told() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select subject from samlad.message_text")
            .query(String.class)
            .list());
  }
}
