package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.reporting.ReportTexts.State;
import se.samlad.reporting.ReportTexts.Stretch;
import se.samlad.reporting.TextHandovers;
import se.samlad.support.BrowserTest;
import se.samlad.support.TestTown.Person;

/** The verbs of the review: who may, what each leaves, and how it is taken back. */
@BrowserTest
@Import(Scene.class)
class ReviewTest {

  private static final String DOUBTFUL = "Såg Kalle Karlsson vid porten.";

  @Autowired
  ObjectProvider<Scene> scenes;

  @Autowired
  Tenancy tenancy;

  @Autowired
  Review review;

  @Autowired
  Witnesses witnesses;

  @Autowired
  Undo undo;

  @Autowired
  IncidentHistory history;

  @Autowired
  TextReview texts;

  @Autowired
  TextHandovers handovers;

  Scene scene;

  @BeforeEach
  void build() {
    scene = scenes.getObject();
  }

  @Test
  void everyVerbIsTakenBackByOnePress() {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    for (Supplier<Review.Done> verb : List.<Supplier<Review.Done>>of(
        () -> review.pass(Set.of(graffiti)),
        () -> review.dismiss(Set.of(graffiti), "Gäller en annan kommun"),
        () -> review.recategorise(Set.of(graffiti), "NEDSKRAPNING"),
        () -> review.share(graffiti, SharingClass.OWNER))) {
      String before = state(graffiti);
      Review.Done done = as(scene.coordinator, verb);
      assertThat(state(graffiti)).isNotEqualTo(before);
      as(scene.coordinator, () -> undo.deed(done.deed()));
      assertThat(state(graffiti)).isEqualTo(before);
      assertThatThrownBy(() -> as(scene.coordinator, () -> undo.deed(done.deed())))
          .isInstanceOf(Refused.class)
          .hasMessage("incident.undo.already");
    }
    assertThat(scene.audited("incident.undo")).isEqualTo(4);
  }

  @Test
  void undoIsRefusedWhenSomebodyHasChangedTheSameThingSince() {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    Review.Done passed = as(scene.coordinator, () -> review.pass(Set.of(graffiti)));
    as(scene.coordinator, () -> review.dismiss(Set.of(graffiti), "Dubbelt"));
    assertThatThrownBy(() -> as(scene.coordinator, () -> undo.deed(passed.deed())))
        .isInstanceOf(Refused.class)
        .hasMessage("incident.undo.changed");
  }

  @Test
  void othersItemsArePassedAndUndoneByTheirOwnCoordinatorAlone() {
    UUID robbery = scene.report(scene.officer, "RAN");
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    assertThatThrownBy(() -> as(scene.coordinator, () -> review.pass(Set.of(robbery))))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(scene.housingCoordinator, () -> review.pass(Set.of(graffiti))))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(scene.guardCoordinator, () -> review.pass(Set.of(graffiti))))
        .isInstanceOf(Refused.class);
    Review.Done passed = as(scene.policeCoordinator, () -> review.pass(Set.of(robbery)));
    assertThatThrownBy(() -> as(scene.coordinator, () -> undo.deed(passed.deed())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(scene.housingCoordinator, () -> undo.deed(passed.deed())))
        .isInstanceOf(NotFound.class);
    as(scene.policeCoordinator, () -> undo.deed(passed.deed()));
    assertThat(state(robbery)).startsWith("NEW");
  }

  @Test
  void secondOfTwoWhoActOnTheSameRowLearnsWhatStandsNow() {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    Map<UUID, Integer> seen = as(scene.coordinator, () -> review.stamps(Set.of(graffiti)));
    as(scene.coordinator, () -> review.dismiss(Picks.seen(seen), "Dubbelt"));
    assertThatThrownBy(() -> as(scene.coordinator, () -> review.pass(Picks.seen(seen))))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.kind()).isEqualTo(Refused.Kind.CHANGED_MEANWHILE);
          assertThat(refused.messageKey()).isEqualTo("incident.changed.DISMISSED");
        });
    assertThat(state(graffiti)).startsWith("DISMISSED");
  }

  @Test
  void mergedSourcesKeepOwnerAndClassAndComeApartAgain() {
    UUID first = scene.report(scene.guard, "VALD");
    UUID second = scene.report(scene.officer, "VALD");
    assertThatThrownBy(() ->
            as(scene.policeCoordinator, () -> witnesses.merge(Picks.of(Set.of(first, second)))))
        .isInstanceOf(Refused.class);
    as(scene.coordinator, () -> witnesses.merge(Picks.of(Set.of(first, second))));
    IncidentRow merged = scene.row(scene.coordinator, second);
    assertThat(merged.id()).isEqualTo(first);
    assertThat(merged.sources()).isEqualTo(2);
    assertThat(merged.organisations()).contains(scene.company, scene.police);
    Map<UUID, Integer> seen = as(scene.coordinator, () -> review.stamps(Set.of(first)));
    UUID policeSource = sourceOf(scene.policeCoordinator, first);
    Review.Done split = as(
        scene.coordinator, () -> witnesses.split(seen.entrySet().iterator().next(), policeSource));
    assertThat(scene.row(scene.coordinator, second).id()).isEqualTo(second);
    assertThat(scene.row(scene.coordinator, first).sources()).isEqualTo(1);
    as(scene.coordinator, () -> undo.deed(split.deed()));
    assertThat(scene.row(scene.coordinator, second).id()).isEqualTo(first);
    assertThat(scene.row(scene.coordinator, first).sources()).isEqualTo(2);
  }

  @Test
  void mergeIsToldWhereTheSourcesWentAndTakenBackFromThere() {
    UUID first = scene.report(scene.guard, "VALD");
    UUID second = scene.report(scene.caretaker, "VALD");
    as(scene.coordinator, () -> witnesses.merge(Picks.of(Set.of(first, second))));
    List<IncidentHistory.Event> told = as(scene.coordinator, () -> history.events(first));
    assertThat(told)
        .extracting(IncidentHistory.Event::kind)
        .containsExactly("CREATED", "CREATED", "MERGED");
    UUID deed = told.getLast().deed();
    as(scene.coordinator, () -> undo.deed(deed));
    assertThat(scene.row(scene.coordinator, first).sources()).isEqualTo(1);
    assertThat(scene.row(scene.coordinator, second).id()).isEqualTo(second);
  }

  @Test
  void whatIsShownCoarselyOnlyCannotBeSharedFiner() {
    UUID threat = scene.report(scene.guard, "INCIDENT_MOT_ANSTALLD");
    assertThatThrownBy(() -> as(scene.coordinator, () -> review.share(threat, SharingClass.GROUP)))
        .hasMessage("incident.share.coarse");
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    as(scene.coordinator, () -> review.recategorise(Set.of(graffiti), "INCIDENT_MOT_ANSTALLD"));
    assertThat(state(graffiti)).endsWith("COARSE");
  }

  @Test
  void reasonsPassTheGuardAndMustBeThere() {
    UUID graffiti = scene.report(scene.guard, "KLOTTER");
    for (String wrong : List.of("", "  ", "a".repeat(501), "nej\0tack")) {
      assertThatThrownBy(() -> as(scene.coordinator, () -> review.dismiss(Set.of(graffiti), wrong)))
          .isInstanceOf(InvalidInput.class);
    }
    as(scene.coordinator, () -> review.dismiss(Set.of(graffiti), "Ring 070-123 45 67 i stället"));
    assertThat(scene.reasons(graffiti))
        .contains("Ring ▮ i stället")
        .noneMatch(r -> r.contains("070"));
  }

  @Test
  void doubtfulTextIsReadByItsOwnersCoordinatorUntilHandedOver() {
    UUID incident =
        scene.report(scene.guard, "KLOTTER", "2026-11-20T19:30:00Z", 0.3, 0.5, DOUBTFUL);
    UUID source = sourceOf(scene.coordinator, incident);
    assertThat(as(scene.coordinator, () -> texts.standing(source))).isEmpty();
    assertThatThrownBy(() -> as(scene.coordinator, () -> texts.read(source)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(scene.inGroup, () -> texts.read(source)))
        .isInstanceOf(NotFound.class);
    assertThat(as(scene.guardCoordinator, () -> texts.read(source)).text()).isEqualTo(DOUBTFUL);
    assertThat(scene.audited("text.read")).isEqualTo(1);

    as(scene.guardCoordinator, () -> {
      handovers.handOver(scene.company, "Vi hinner inte varje dag");
      return true;
    });
    assertThat(as(scene.coordinator, () -> texts.read(source)).doubts()).isNotEmpty();
    as(scene.guardCoordinator, () -> {
      handovers.revoke(scene.company);
      return true;
    });
    assertThat(as(scene.coordinator, () -> texts.standing(source))).isEmpty();
    assertThatThrownBy(() -> as(scene.coordinator, () -> {
          handovers.handOver(scene.company, "Inte min");
          return true;
        }))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void maskedAndReviewedTextMayBeSharedAndIsReadByTheGroupOnlyWhilePassed() {
    UUID incident =
        scene.report(scene.guard, "KLOTTER", "2026-11-20T19:30:00Z", 0.3, 0.5, DOUBTFUL);
    UUID source = sourceOf(scene.coordinator, incident);
    assertThatThrownBy(
            () -> as(scene.coordinator, () -> review.share(incident, SharingClass.GROUP_TEXT)))
        .hasMessage("incident.share.text");
    int length = DOUBTFUL.length();
    as(scene.guardCoordinator, () -> {
      texts.mask(source, List.of(new Stretch(4, 9), new Stretch(10, 18)), length);
      return true;
    });
    assertThatThrownBy(() -> as(scene.guardCoordinator, () -> texts.markReviewed(source, length)))
        .hasMessage("texts.changed");
    String masked = as(scene.guardCoordinator, () -> texts.read(source)).text();
    assertThat(masked).isEqualTo("Såg ▮ ▮ vid porten.");
    Review.Done reviewed =
        as(scene.guardCoordinator, () -> texts.markReviewed(source, masked.length()));
    as(scene.coordinator, () -> review.share(incident, SharingClass.GROUP_TEXT));
    assertThat(as(scene.inGroup, () -> texts.standing(source))).isEmpty();
    Review.Done passed = as(scene.coordinator, () -> review.pass(Set.of(incident)));
    assertThat(as(scene.inGroup, () -> texts.read(source)).text()).isEqualTo(masked);
    as(scene.coordinator, () -> undo.deed(passed.deed()));
    assertThat(as(scene.inGroup, () -> texts.standing(source))).isEmpty();
    as(scene.guardCoordinator, () -> undo.deed(reviewed.deed()));
    assertThat(as(scene.guardCoordinator, () -> texts.standing(source)).map(s -> s.state()))
        .hasValue(State.DOUBTFUL);
  }

  private UUID sourceOf(Person person, UUID incident) {
    return scene.row(person, incident).sourceId();
  }

  private String state(UUID incident) {
    return scene.stands(incident);
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }
}
