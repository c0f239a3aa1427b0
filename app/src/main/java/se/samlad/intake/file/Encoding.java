package se.samlad.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which encoding a text has: told by its byte-order mark, else UTF-8 if every byte of it is, else Windows-1252. */
final class Encoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Encoding() {}

  static Charset of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe) {
        return StandardCharsets.UTF_16LE;
      }
      if (start.length == 2 && (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
  }

  /** A reader that starts after the byte-order mark. */
  static Reader open(Path file, Charset charset) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 3);
    byte[] mark = new String("\ufeff").getBytes(charset);
    byte[] start = in.readNBytes(charset.equals(WINDOWS) ? 0 : mark.length);
    if (!java.util.Arrays.equals(start, mark)) {
      in.unread(start);
    }
    return new InputStreamReader(in, charset);
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer ignored = CharBuffer.allocate(1 << 16);
    try (var channel = Files.newByteChannel(file)) {
      boolean end = false;
      while (!end) {
        end = channel.read(bytes) < 0;
        bytes.flip();
        CoderResult result = decoder.decode(bytes, ignored, end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        ignored.clear();
      }
    }
    return true;
  }
}
