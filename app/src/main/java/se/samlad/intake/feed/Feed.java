package se.samlad.intake.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed (Swedish: flöde): which system is asked how often, and how the last tries went.
 *
 * @param settings what the kind needs to know more, by name
 * @param counts what the last successful try brought, by short code
 * @param failures failed tries in a row
 * @param nextAt when it is tried next; null when it is off
 */
public record Feed(
    UUID id,
    FeedKind kind,
    String name,
    URI address,
    boolean enabled,
    int intervalMinutes,
    Map<String, String> settings,
    @Nullable Instant succeededAt,
    Map<String, Integer> counts,
    @Nullable Instant failedAt,
    int failures,
    @Nullable Failure failure,
    @Nullable Instant nextAt) {

  /** However long it has failed, it is tried this often. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  public Feed {
    settings = Map.copyOf(settings);
    counts = Map.copyOf(counts);
  }

  /** Why a try failed, as a message key with arguments. */
  public record Failure(String messageKey, List<String> arguments) {
    public Failure {
      arguments = List.copyOf(arguments);
    }
  }

  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  public Duration interval() {
    return Duration.ofMinutes(intervalMinutes);
  }

  /** The pause after so many failures in a row: doubled each time, six hours at most. */
  public Duration pauseAfter(int failuresInARow) {
    Duration pause = interval();
    for (int i = 1; i < failuresInARow && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 || interval().compareTo(LONGEST_PAUSE) > 0
        ? pause
        : LONGEST_PAUSE;
  }
}
