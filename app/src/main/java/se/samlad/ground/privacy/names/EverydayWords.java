package se.samlad.ground.privacy.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of everyday Swedish in all their forms (björn, björnen, björnars), from the stems and endings of the spelling dictionary. Held in a
 * filter of 2 MB that knows every word of the dictionary and takes about three of ten thousand others for one.
 */
public final class EverydayWords {

  private static final int BITS = 1 << 24;
  private static final int PROBES = 6;

  /** Marks what is wrong as it stands, such as a surname in small letters. */
  private static final char FORBIDDEN = '%';

  private static final Pattern LETTERS = Pattern.compile("\\[([^]]+)]|.");

  private final long[] filter = new long[BITS / Long.SIZE];

  private EverydayWords() {}

  /**
   * An ending of the dictionary.
   *
   * @param strip what it takes away
   * @param add what it adds
   * @param on the last letters of the words it can stand on: each any of these letters, or none of them after a ^
   */
  private record Ending(String strip, String add, List<String> on) {

    static Ending of(String strip, String add, String condition) {
      List<String> on = new ArrayList<>();
      Matcher letters = LETTERS.matcher(condition.equals(".") ? "" : condition);
      while (letters.find()) {
        on.add(letters.group(1) == null ? letters.group() : letters.group(1));
      }
      return new Ending(strip.equals("0") ? "" : strip, add.equals("0") ? "" : add, on);
    }

    boolean standsOn(String stem) {
      int from = stem.length() - on.size();
      if (from < 0 || !stem.endsWith(strip)) {
        return false;
      }
      for (int i = 0; i < on.size(); i++) {
        String letters = on.get(i);
        boolean none = letters.charAt(0) == '^';
        if (letters.indexOf(stem.charAt(from + i), none ? 1 : 0) >= 0 == none) {
          return false;
        }
      }
      return true;
    }
  }

  /** Reads stems and endings in the form of Hunspell; capitalised stems are names and left out. */
  public static EverydayWords read(InputStream stems, InputStream endings) throws IOException {
    EverydayWords words = new EverydayWords();
    List<List<Ending>> byFlag = endings(endings);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stems, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        words.addForms(line, byFlag);
      }
    }
    return words;
  }

  public boolean holds(String lower) {
    long hash = WordHash.of(lower);
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(hash, i);
      if ((filter[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private void addForms(String line, List<List<Ending>> byFlag) {
    int slash = line.indexOf('/');
    String stem = slash < 0 ? line : line.substring(0, slash);
    boolean forbidden = slash >= 0 && line.indexOf(FORBIDDEN, slash) > 0;
    if (stem.isEmpty() || !Character.isLowerCase(stem.charAt(0)) || forbidden) {
      return;
    }
    add(stem);
    for (int i = slash + 1; slash >= 0 && i < line.length() && line.charAt(i) != '\t'; i++) {
      char flag = line.charAt(i);
      for (Ending ending : flag < byFlag.size() ? byFlag.get(flag) : List.<Ending>of()) {
        if (ending.standsOn(stem)) {
          add(stem.substring(0, stem.length() - ending.strip().length()).concat(ending.add()));
        }
      }
    }
  }

  private void add(String word) {
    long hash = WordHash.of(word);
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(hash, i);
      filter[bit >>> 6] |= 1L << bit;
    }
  }

  private static int bit(long hash, int probe) {
    return (int) hash + probe * ((int) (hash >>> 32) | 1) & BITS - 1;
  }

  private static List<List<Ending>> endings(InputStream endings) throws IOException {
    List<List<Ending>> byFlag = new ArrayList<>();
    for (int i = 0; i < 0x180; i++) {
      byFlag.add(new ArrayList<>());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(endings, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.strip().split("\\s+", 6);
        if (parts.length >= 5 && parts[0].equals("SFX") && parts[1].charAt(0) < byFlag.size()) {
          byFlag.get(parts[1].charAt(0)).add(Ending.of(parts[2], parts[3], parts[4]));
        }
      }
    }
    return byFlag;
  }
}
