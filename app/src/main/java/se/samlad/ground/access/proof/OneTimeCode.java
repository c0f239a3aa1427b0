package se.samlad.ground.access.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes, RFC 6238: six digits, thirty seconds, HMAC-SHA-1, as every code app reckons them. */
public final class OneTimeCode {

  private static final int STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /** The code of a step. */
  public static String at(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA1 is part of every Java", e);
    }
  }

  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The step the code belongs to: now, or one to either side for a clock a little off; and later than the last one used. */
  public static OptionalLong match(byte[] secret, String code, Instant now, long lastStep) {
    byte[] said = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      byte[] right = at(secret, step).getBytes(StandardCharsets.UTF_8);
      if (step > lastStep && MessageDigest.isEqual(right, said)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** The secret as people type it into an app. */
  public static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : secret) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
