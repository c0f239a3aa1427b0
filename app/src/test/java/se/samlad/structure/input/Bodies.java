package se.samlad.structure.input;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bodies that no operation may take. */
final class Bodies {

  private static final String POINT = "\"lon\":15.0,\"lat\":59.0";

  private Bodies() {}

  static List<byte[]> wrong() {
    List<byte[]> all = new ArrayList<>();
    for (String text : List.of(
        "",
        " ",
        "{",
        "[]",
        "null",
        "1",
        "\"text\"",
        "{}",
        "{\"incidents\":null}",
        "{\"incidents\":[]}",
        "{\"incidents\":{}}",
        "{\"incidents\":[null]}",
        "{\"incidents\":[[]]}",
        "{\"nothing\":{}}",
        "{\"nothing\":{\"period\":\"2026-W99\",\"unit\":\"x\"}}",
        "[".repeat(100_000),
        "{\"a\":".repeat(2_000),
        " ".repeat(400_000),
        incident("\"category\":\"FINNS_INTE\""),
        incident("\"category\":7"),
        incident("\"category\":\"KLOTTER\\u0000\""),
        incident("\"severity\":9"),
        incident("\"severity\":1e400"),
        incident("\"severity\":" + "9".repeat(1_000)),
        incident("\"text\":\"" + "x".repeat(501) + "\""),
        incident("\"text\":\"a\\u0000b\""),
        incident("\"text\":\"\\ud800\""),
        incident("\"text\":{}"),
        incident("\"who\":\"någon\""),
        incident("\"from\":\"i går\""),
        incident("\"from\":\"1066-10-14T09:00:00Z\""),
        incident("\"from\":\"+999999999-12-31T23:59:59Z\""),
        incident("\"to\":\"2020-01-01T00:00:00Z\""),
        incident("\"precision\":\"ungefär\""),
        incident("\"accuracyMeters\":-5"),
        incident("\"accuracyMeters\":1e400"),
        incident("\"area\":\"finns-inte\""),
        incident("\"witnessOf\":\"x\""),
        incident("\"answers\":[]"),
        incident("\"indoors\":\"kanske\""),
        incident("\"organisation\":\"x\""),
        place("\"lon\":0,\"lat\":0"),
        place("\"lon\":24.9,\"lat\":60.2"),
        place("\"lon\":15.0"),
        place("\"lon\":NaN,\"lat\":59"),
        place("\"lon\":1e400,\"lat\":59"),
        place("\"lon\":\"femton\",\"lat\":59"),
        place(""),
        "{\"incidents\":[" + "{\"category\":\"KLOTTER\"},".repeat(20) + "{}]}")) {
      all.add(text.getBytes(StandardCharsets.UTF_8));
    }
    all.add(incident("\"text\":\"sm\u00f6rg\u00e5s\"").getBytes(StandardCharsets.ISO_8859_1));
    all.add(incident("\"text\":\"a\0b\"").getBytes(StandardCharsets.UTF_8));
    all.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, '{', 0, '}'});
    return all;
  }

  /** The fields of an encoded form as parts, their bytes unchanged. */
  static byte[] multipart(String form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String pair : form.split("&")) {
      int at = pair.indexOf('=');
      if (at < 0) {
        continue;
      }
      String value = decoded(pair.substring(at + 1));
      out.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + pair.substring(0, at)
              + "\"\r\n\r\n" + value + "\r\n")
          .getBytes(StandardCharsets.ISO_8859_1));
    }
    out.writeBytes("--x--\r\n".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.ISO_8859_1);
  }

  /** An incident that would be taken but for one part. */
  private static String incident(String part) {
    String name = part.substring(0, part.indexOf(':'));
    StringBuilder whole = new StringBuilder("{\"incidents\":[{").append(part);
    for (String good :
        List.of("\"category\":\"KLOTTER\"", "\"from\":\"2026-11-20T21:40:00+01:00\"", POINT)) {
      if (!good.startsWith(name)) {
        whole.append(',').append(good);
      }
    }
    return whole.append("}]}").toString();
  }

  private static String place(String part) {
    return "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T21:40:00+01:00\""
        + (part.isEmpty() ? "" : "," + part) + "}]}";
  }
}
