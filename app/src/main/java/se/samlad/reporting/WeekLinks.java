package se.samlad.reporting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.MunicipalityId;

/**
 * Signed links that answer one unit's one week and do nothing else (Swedish: svarslänk). Everything a link may do stands in it; the
 * signature binds it to municipality, unit, week, reader and last moment. Looking answers nothing.
 */
@Component
public class WeekLinks {

  private static final String PURPOSE = "unit-week";
  private static final int BODY = 16 + 4 + 16 + 8;
  private static final int SEAL = 20;

  private final InstallationKeys keys;
  private final Municipalities municipalities;
  private final Clock clock;

  WeekLinks(InstallationKeys keys, Municipalities municipalities, Clock clock) {
    this.keys = keys;
    this.municipalities = municipalities;
    this.clock = clock;
  }

  /** What a link that holds is about. */
  public record Claim(MunicipalityId municipality, UUID unit, IsoWeek week, UUID member) {

    /** Who acts when the link is used: the link itself, bound to its unit, week and reader. */
    public Actor actor() {
      return Actor.link(municipality, PURPOSE + ":" + unit + ":" + week.code() + ":" + member);
    }
  }

  /** The path of a link in the acting municipality. */
  public String path(UUID unit, IsoWeek week, UUID member, Instant goodUntil) {
    var municipality = municipalities.get();
    byte[] body = ByteBuffer.allocate(BODY)
        .putLong(unit.getMostSignificantBits())
        .putLong(unit.getLeastSignificantBits())
        .putInt(week.year() * 100 + week.week())
        .putLong(member.getMostSignificantBits())
        .putLong(member.getLeastSignificantBits())
        .putLong(goodUntil.getEpochSecond())
        .array();
    byte[] whole = ByteBuffer.allocate(BODY + SEAL)
        .put(body)
        .put(seal(municipality.id(), body))
        .array();
    return "/veckosvar/" + municipality.slug() + "/" + encoded(whole);
  }

  /** What the link is about; empty when it is broken, somebody else's work or over. Needs no actor. */
  public Optional<Claim> read(String slug, String token) {
    return bytes(token)
        .flatMap(whole -> municipalities
            .find(slug)
            .filter(municipality -> MessageDigest.isEqual(
                seal(municipality, Arrays.copyOf(whole, BODY)),
                Arrays.copyOfRange(whole, BODY, BODY + SEAL)))
            .flatMap(municipality -> claim(municipality, ByteBuffer.wrap(whole))));
  }

  private Optional<Claim> claim(MunicipalityId municipality, ByteBuffer body) {
    UUID unit = new UUID(body.getLong(), body.getLong());
    int week = body.getInt();
    UUID member = new UUID(body.getLong(), body.getLong());
    Instant goodUntil = Instant.ofEpochSecond(body.getLong());
    return clock.instant().isAfter(goodUntil)
        ? Optional.empty()
        : Optional.of(new Claim(municipality, unit, new IsoWeek(week / 100, week % 100), member));
  }

  private byte[] seal(MunicipalityId municipality, byte[] body) {
    byte[] about = (PURPOSE + ":" + municipality + ":").getBytes(StandardCharsets.UTF_8);
    byte[] signed =
        ByteBuffer.allocate(about.length + body.length).put(about).put(body).array();
    return Arrays.copyOf(keys.hmac(InstallationKeys.SIGNED_LINK, signed), SEAL);
  }

  private static String encoded(byte[] whole) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** A link has one spelling: other texts that decode to the same bytes are no links. */
  private static Optional<byte[]> bytes(String token) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(token);
      return whole.length == BODY + SEAL && encoded(whole).equals(token)
          ? Optional.of(whole)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
