package se.samlad.reporting.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.SentReport;

/** Reads when it happened, or will, from the form: a quick answer or two written times. */
@Component
class TimeReader {

  /** A form that has stood open for longer does not know what now is. */
  private static final Duration STILL_NOW = Duration.ofMinutes(30);

  /** Puts the interval into an incident; "as before" takes it from the stored one. */
  void read(
      Typed typed,
      Instant now,
      Optional<SentReport.Item> stored,
      Map<String, Object> incident,
      List<InputProblem> problems) {
    String said = typed.of("nar").isEmpty() ? TimeChoice.NOW.code() : typed.of("nar");
    TimeChoice choice = TimeChoice.find(said).orElse(TimeChoice.NOW);
    if (choice == TimeChoice.KEEP && stored.isPresent()) {
      incident.put("from", stored.get().from().toString());
      incident.put("to", stored.get().to().toString());
    } else if (choice.written()) {
      between(typed, incident, problems);
    } else {
      Optional<TimeChoice.Interval> interval = choice.interval(shown(typed, now));
      if (interval.isEmpty()) {
        problems.add(InputProblem.of("nar", "reporting.problem.time.evening"));
      } else {
        incident.put("from", interval.get().from().toInstant().toString());
        incident.put("to", interval.get().to().toInstant().toString());
      }
    }
  }

  private static void between(
      Typed typed, Map<String, Object> incident, List<InputProblem> problems) {
    Optional<Instant> from = local(typed.of("fran"));
    Optional<Instant> to = typed.of("till").isEmpty() ? from : local(typed.of("till"));
    if (from.isEmpty()) {
      problems.add(InputProblem.of("fran", "reporting.problem.time.from"));
    } else {
      incident.put("from", from.get().toString());
    }
    if (!typed.of("till").isEmpty() && to.isEmpty()) {
      problems.add(InputProblem.of("till", "reporting.problem.time.to"));
    } else {
      to.ifPresent(end -> incident.put("to", end.toString()));
    }
  }

  private static ZonedDateTime shown(Typed typed, Instant now) {
    Instant shown = now;
    try {
      Instant opened = Instant.parse(typed.of("oppnad"));
      if (!opened.isAfter(now) && opened.isAfter(now.minus(STILL_NOW))) {
        shown = opened;
      }
    } catch (DateTimeException notATime) {
      // The form says nothing of when it was shown: it is now.
    }
    return shown.atZone(Formats.ZONE);
  }

  private static Optional<Instant> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(Formats.ZONE).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
