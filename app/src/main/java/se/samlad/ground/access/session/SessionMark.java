package se.samlad.ground.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.samlad.ground.storage.MunicipalityId;

/**
 * What a session holds about its owner: ids, how they came in and when. Kept as text, so that a session written by one version can be
 * read by the next.
 *
 * @param secondFactor whether a second factor was passed; a role card of the demo counts as having passed it
 * @param device a reporter's phone that stays signed in to send
 */
public record SessionMark(
    MunicipalityId municipality,
    UUID member,
    boolean secondFactor,
    boolean device,
    boolean demo,
    Instant since) {

  public static final String ATTRIBUTE = "samlad.mark";

  /** After this the session is over, however busy it has been. */
  static final Duration ABSOLUTE = Duration.ofHours(12);

  /** How long a reporter's phone may send. */
  public static final Duration DEVICE = Duration.ofDays(30);

  /** How long after login a phone that stays signed in may read as well. */
  static final Duration DEVICE_READS = Duration.ofMinutes(30);

  /** No request for this long ends any other session. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  public String encode() {
    return String.join(
        " ",
        municipality.toString(),
        member.toString(),
        Boolean.toString(secondFactor),
        Boolean.toString(device),
        Boolean.toString(demo),
        Long.toString(since.getEpochSecond()));
  }

  /** Reads {@link #encode}; empty when the text is of another shape. */
  public static Optional<SessionMark> parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 6) {
      return Optional.empty();
    }
    return Optional.of(new SessionMark(
        MunicipalityId.parse(parts[0]),
        UUID.fromString(parts[1]),
        Boolean.parseBoolean(parts[2]),
        Boolean.parseBoolean(parts[3]),
        Boolean.parseBoolean(parts[4]),
        Instant.ofEpochSecond(Long.parseLong(parts[5]))));
  }

  boolean over(Instant now) {
    return !now.isBefore(since.plus(device ? DEVICE : ABSOLUTE));
  }

  boolean reportOnly(Instant now) {
    return device && !now.isBefore(since.plus(DEVICE_READS));
  }
}
