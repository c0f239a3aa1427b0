package se.samlad.ground.privacy.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What is shipped about names: the commonest of them, words that are no names, places and shops. */
public final class NameLists {

  private static final String FOLDER = "/names/";

  private NameLists() {}

  /** Read when first asked for. */
  private static final class Dictionary {
    private static final EverydayWords WORDS = read();
  }

  /** The commonest given names and surnames of Sweden. */
  public static NameIndex commonest() {
    return shipped().build();
  }

  /** The same, to add to. */
  public static NameIndex.Builder shipped() {
    NameIndex.Builder names = new NameIndex.Builder();
    for (String line : lines("given-names.txt")) {
      names.given(line.substring(0, line.lastIndexOf(' ')), bearers(line));
    }
    for (String line : lines("surnames.txt")) {
      names.surname(line.substring(0, line.lastIndexOf(' ')), bearers(line));
    }
    return names;
  }

  /** Municipalities, localities, shops and authorities. */
  public static Phrases places() {
    return Phrases.of(Stream.of("places.txt", "known.txt")
        .flatMap(file -> lines(file).stream())
        .toList());
  }

  /** The dictionary's words; read once and kept. */
  public static EverydayWords everydayWords() {
    return Dictionary.WORDS;
  }

  private static EverydayWords read() {
    try (InputStream stems = open("sv.dic");
        InputStream endings = open("sv.aff")) {
      return EverydayWords.read(stems, endings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int bearers(String line) {
    return Integer.parseInt(line, line.lastIndexOf(' ') + 1, line.length(), 10);
  }

  private static List<String> lines(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = NameLists.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IOException("the file " + FOLDER + file + " is not in the jar");
    }
    return in;
  }
}
