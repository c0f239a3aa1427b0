package se.samlad.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportTexts;

/** What all verbs of the review share: sources locked and unchanged, a change of state that takes the text along. */
@Component
class SourceDesk {

  private final SourceStore store;
  private final ReportTexts texts;
  private final Audit audit;

  SourceDesk(SourceStore store, ReportTexts texts, Audit audit) {
    this.store = store;
    this.texts = texts;
    this.audit = audit;
  }

  /** The sources of an incident, locked until the transaction ends; a refusal when they are not what the chooser saw. */
  List<Source> locked(Map.Entry<UUID, Integer> pick) {
    List<Source> sources = store.locked(pick.getKey());
    int seen = pick.getValue();
    if (sources.isEmpty()) {
      if (seen != Picks.UNSEEN && store.mergedInto(pick.getKey()).isPresent()) {
        throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "incident.changed.merged");
      }
      throw new NotFound("incident " + pick.getKey());
    }
    if (seen != Picks.UNSEEN && stamp(sources) != seen) {
      throw new Refused(
          Refused.Kind.CHANGED_MEANWHILE,
          "incident.changed." + sources.getFirst().state());
    }
    return sources;
  }

  /** Changes with every change of a source, and when sources come or go. */
  static int stamp(List<Source> sources) {
    return sources.stream().mapToInt(source -> source.version() + 1).sum();
  }

  static boolean passes(Source source) {
    return Review.passes(CurrentActor.get(), source.owner(), source.ownerKind());
  }

  /** Turns a source to a state and class. */
  void turn(
      Deed deed,
      Source source,
      SourceState state,
      SharingClass sharingClass,
      String kind,
      String verb,
      String reason) {
    store.setState(source.id(), state.name(), sharingClass.name(), deed.at());
    openText(source, state, sharingClass);
    audit.record(
        verb,
        "incident",
        source.incident(),
        Map.of("source", source.id().toString(), "class", sharingClass.name()));
    deed.leave(
        source,
        kind,
        reason,
        Map.of("state", source.state(), "class", source.sharingClass()),
        Map.of("state", state.name(), "class", sharingClass.name()));
  }

  /** The groups read a text when its source is passed in the class that says so, and only then. */
  void openText(Source source, SourceState state, SharingClass sharingClass) {
    text(source)
        .ifPresent(id -> texts.share(
            id, state == SourceState.PASSED && sharingClass == SharingClass.GROUP_TEXT));
  }

  static Optional<ReportTexts.Id> text(Source source) {
    UUID report = source.report();
    return report == null
        ? Optional.empty()
        : Optional.of(new ReportTexts.Id(report, source.reportVersion(), source.ordinal()));
  }
}
