package se.samlad.intake.file;

import java.util.List;

/**
 * How a text is written.
 *
 * @param encoding the name of its encoding, empty to tell it from the bytes
 * @param separator what parts the cells, empty to tell it from the first line
 */
public record TextForm(String encoding, String separator) {

  public static final TextForm UNSAID = new TextForm("", "");

  public static final List<String> ENCODINGS =
      List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE");
  public static final List<String> SEPARATORS = List.of(";", ",", "\t", "|");

  public TextForm {
    if (!encoding.isEmpty() && !ENCODINGS.contains(encoding)) {
      throw new IllegalArgumentException("no such encoding: " + encoding);
    }
    if (!separator.isEmpty() && !SEPARATORS.contains(separator)) {
      throw new IllegalArgumentException("no such separator: " + separator);
    }
  }
}
