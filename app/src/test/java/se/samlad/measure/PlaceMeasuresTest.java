package se.samlad.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.Certainty;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.Hotspot;
import se.samlad.insight.PlaceNotes;
import se.samlad.problem.Problems;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** What the page of a place tells of the measures there; the town's problem lies 300 m east and 500 m north of its corner. */
@SamladTest
class PlaceMeasuresTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Problems problems;

  @Autowired
  Measures measures;

  @Autowired
  PlaceNotes notes;

  MeasureTown town;

  @BeforeEach
  void build() {
    LocaleContextHolder.setLocale(Locale.of("sv", "SE"));
    town = new MeasureTown(tenancy, db, catalogue, problems);
  }

  @AfterEach
  void forget() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void measureWithinItsReachOfThePlaceIsToldWithWhatWasDone() {
    UUID id = tenancy.as(town.coordinator.actor(), () -> measures.propose(town.draft()));
    assertThat(at(town.coordinator, placeFrom(440))).singleElement().satisfies(note -> {
      assertThat(note.title()).isEqualTo("Bättre belysning vid torget");
      assertThat(note.path()).isEqualTo("/atgarder/" + id);
      assertThat(note.owner()).isEqualTo("Bostäder");
      assertThat(note.done()).isEqualTo("ska vara klar 10 dec");
      assertThat(note.state()).isEqualTo("Föreslagen");
    });
    tenancy.as(town.owner.actor(), () -> {
      measures.commit(id, null, null);
      measures.report(id, null, Progress.AS_PLANNED, new Dose(9, 12, "kvällar"), "");
    });
    assertThat(at(town.coordinator, placeFrom(440)))
        .singleElement()
        .extracting(PlaceNotes.Note::done, PlaceNotes.Note::state)
        .containsExactly("9 av 12 kvällar", "Pågår");
  }

  @Test
  void measureWhoseReachEndsBeforeThePlaceIsAnotherPlaces() {
    tenancy.as(town.coordinator.actor(), () -> measures.propose(town.draft()));
    assertThat(at(town.coordinator, placeFrom(460))).isEmpty();
  }

  @Test
  void confidentialMeasureIsToldToItsOwnerAndTheCoordinatorAlone() {
    tenancy.as(town.coordinator.actor(), () -> measures.propose(town.draft("Tyst åtgärd", true)));
    assertThat(at(town.coordinator, placeFrom(400))).hasSize(1);
    assertThat(at(town.owner, placeFrom(400))).hasSize(1);
    assertThat(at(town.guardInGroup, placeFrom(400))).isEmpty();
  }

  private List<PlaceNotes.Note> at(Person reader, Hotspot place) {
    return tenancy.readAs(reader.actor(), () -> notes.at(place));
  }

  /** A cell of 250 m that begins so many metres east of the town's corner. */
  private static Hotspot placeFrom(int east) {
    double west = TestTown.EASTING + east;
    double south = TestTown.NORTHING + 400;
    String cell = "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(west, south, west + 250, south + 250);
    return new Hotspot(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        "Torget",
        new Figure(14, Optional.of(new Figure.Expected(1, 6, 0.9)), 1, 4, 4, Instant.EPOCH),
        Certainty.CLEAR,
        1,
        List.of(new Hotspot.Share("SAMLING", 14)),
        Hotspot.Peak.none(),
        1,
        1,
        17,
        60,
        cell,
        null,
        IsoWeek.of(LocalDate.of(2026, 11, 22)),
        new Hotspot.Basis(List.of(), 10, 3, 1, 0.97, 1000, 40, 1));
  }
}
