package se.samlad.intake.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/** Reads an HTTP/1.1 answer within limits: head, and a body by length, in chunks or to the end of the connection. */
final class AnswerReader {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 100;

  private final InputStream in;
  private final int most;

  private AnswerReader(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  static Answer read(InputStream in, int mostBytes) throws IOException {
    return new AnswerReader(in, mostBytes).answer();
  }

  private Answer answer() throws IOException {
    int status = status();
    Map<String, String> headers = headers();
    while (status < 200) {
      status = status();
      headers = headers();
    }
    String encoding = headers.getOrDefault("content-encoding", "identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw unreadable();
    }
    return new Answer(status, headers, body(status, headers));
  }

  private int status() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw unreadable();
    }
    return Integer.parseInt(status.group(1));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i <= MOST_HEADERS; i++) {
      String line = line();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw unreadable();
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    throw unreadable();
  }

  private byte[] body(int status, Map<String, String> headers) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = headers.get("content-length");
    if (length == null) {
      byte[] all = in.readNBytes(most + 1);
      requireSize(all.length);
      return all;
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw unreadable();
    }
    requireSize(Long.parseLong(length));
    return exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      String size = line().split(";", 2)[0].strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) {
        throw unreadable();
      }
      int length = Integer.parseInt(size, 16);
      requireSize((long) all.size() + length);
      if (length == 0) {
        headers();
        return all.toByteArray();
      }
      all.writeBytes(exactly(length));
      if (!line().isEmpty()) {
        throw unreadable();
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer ended early");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer ended early");
      }
      if (line.size() == LONGEST_LINE) {
        throw unreadable();
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private void requireSize(long bytes) {
    if (bytes > most) {
      throw OutgoingFailure.of(Kind.ANSWER, "outgoing.large", most / 1_000_000);
    }
  }

  private static OutgoingFailure unreadable() {
    return OutgoingFailure.of(Kind.ANSWER, "outgoing.unreadable");
  }
}
