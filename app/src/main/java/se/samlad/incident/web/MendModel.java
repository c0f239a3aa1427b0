package se.samlad.incident.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.web.Formats;
import se.samlad.incident.jdbc.CorrectionStore;
import se.samlad.incident.jdbc.CorrectionStore.Said;
import se.samlad.incident.jdbc.CorrectionStore.Times;
import se.samlad.incident.jdbc.SourceStore.Source;

/** What a source asks its reviewer about: when it happened, and whether a late correction is taken. */
@Component
class MendModel {

  private final CorrectionStore corrections;
  private final Told told;

  MendModel(CorrectionStore corrections, Told told) {
    this.corrections = corrections;
    this.told = told;
  }

  /**
   * What is asked; both null where nothing is.
   *
   * @param time null when the time is not in doubt
   * @param changes what the correction would change, one sentence each; null when none waits
   */
  record Mend(@Nullable Time time, @Nullable List<String> changes) {
    static final Mend NOTHING = new Mend(null, null);
  }

  /**
   * A time in doubt.
   *
   * @param sentence what was said and when it came
   * @param suggested when it came, as a date and time field holds it
   */
  record Time(String sentence, String suggested) {}

  Mend of(Source source, Told.Names names) {
    return new Mend(
        source.flags().contains("TIME") ? time(source) : null,
        source.flags().contains("PROPOSAL") ? changes(source, names) : null);
  }

  private Time time(Source source) {
    Times times = corrections.times(source.id());
    LocalDateTime came = LocalDateTime.ofInstant(source.receivedAt(), Formats.ZONE);
    return new Time(
        told.text(
            "incident.mend.time",
            told.formats().moment(times.from()),
            told.formats().moment(source.receivedAt())),
        came.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private List<String> changes(Source source, Told.Names names) {
    UUID report = Objects.requireNonNull(source.report(), "a proposal is of a report");
    int version = corrections.newestVersion(report);
    Said stands =
        corrections.said(report, source.reportVersion(), source.ordinal()).orElseThrow();
    Said proposed = corrections.said(report, version, source.ordinal()).orElse(null);
    if (proposed == null) {
      return List.of(told.text("incident.mend.removed"));
    }
    List<String> changes = new ArrayList<>();
    change(
        changes,
        "what",
        told.category(stands.category(), names),
        told.category(proposed.category(), names));
    change(changes, "when", when(stands.from(), stands.to()), when(proposed.from(), proposed.to()));
    if (!place(stands, names).equals(place(proposed, names))) {
      change(changes, "where", place(stands, names), place(proposed, names));
    } else if (!Objects.equals(stands.lon(), proposed.lon())
        || !Objects.equals(stands.lat(), proposed.lat())) {
      changes.add(told.text("incident.mend.moved"));
    }
    if (!Objects.equals(stands.severity(), proposed.severity())
        || stands.indoors() != proposed.indoors()
        || stands.ongoing() != proposed.ongoing()
        || stands.suspected() != proposed.suspected()) {
      changes.add(told.text("incident.mend.details"));
    }
    if (corrections.saysOtherwise(report, source.ordinal(), source.reportVersion(), version)) {
      changes.add(told.text("incident.mend.text"));
    }
    return changes.isEmpty() ? List.of(told.text("incident.mend.same")) : changes;
  }

  private void change(List<String> changes, String field, String before, String after) {
    if (!before.equals(after)) {
      changes.add(told.text("incident.mend.change." + field, before, after));
    }
  }

  private String when(Instant from, Instant to) {
    return from.equals(to)
        ? told.formats().moment(from)
        : told.formats().moment(from) + " – " + told.formats().moment(to);
  }

  private String place(Said said, Told.Names names) {
    return said.placeLabel().isBlank()
        ? names.area(said.area(), told.text("incident.area.outside"))
        : said.placeLabel();
  }
}
