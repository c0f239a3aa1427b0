package se.samlad.reporting;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One incident in a report: category, when (an interval), where, and what else was said. It has no person in it.
 *
 * @param from earliest time it can have happened
 * @param to latest time; equal to {@code from} for a moment
 * @param severity how it is perceived: 1 störande, 2 oroande, 3 allvarligt
 * @param suspected misstänkt rather than konstaterad
 * @param witnessOf an incident the reporter says it is the same as
 */
public record ReportedIncident(
    String category,
    Instant from,
    Instant to,
    Place place,
    boolean indoors,
    boolean ongoing,
    @Nullable Integer severity,
    boolean suspected,
    ReportedText text,
    Map<String, String> answers,
    @Nullable UUID witnessOf) {

  public ReportedIncident {
    answers = Map.copyOf(answers);
  }
}
