package se.samlad.ground.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.ground.privacy.GuardFigures.Share;
import se.samlad.ground.privacy.names.EverydayWords;
import se.samlad.ground.privacy.names.NameFinder;
import se.samlad.ground.privacy.names.NameLists;
import se.samlad.ground.privacy.names.Phrases;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the guard finds and where it is wrong. A property {@code samlad.guard.texts} sets how many texts are made (2,000), {@code
 * samlad.guard.report} a file for the figures: benchmarks/guard.sh sets both. Official name lists and notices are read where they lie beside
 * the repository.
 */
class GuardFiguresTest {

  private static final int TEXTS = Integer.getInteger("samlad.guard.texts", 2000);
  private static final long SEED = 20261127;
  private static final Path BESIDE = Path.of("..", "..", "shared", "data");

  private static final List<String> REPORT = new ArrayList<>();
  private static EverydayWords everyday;
  private static Phrases places;

  @BeforeAll
  static void readTheDictionary() {
    everyday = NameLists.everydayWords();
    places = NameLists.places();
  }

  @Test
  void findsNumbersInEverySpelling() {
    Share numbers = new GuardFigures(GuardRules.ofThePage(), SEED).numbers(TEXTS);
    tell("numbers", numbers);
    assertThat(numbers.percent()).as("%s", numbers.others()).isGreaterThanOrEqualTo(99);
  }

  @Test
  void findsPlates() {
    Share plates = new GuardFigures(GuardRules.ofThePage(), SEED).plates(TEXTS);
    tell("plates", plates);
    assertThat(plates.percent()).as("%s", plates.others()).isGreaterThanOrEqualTo(98);
  }

  @Test
  void findsFullNamesThoughAFifthIsNotInTheList() throws IOException {
    Map<String, Integer> given = listed("given-names.txt");
    Map<String, Integer> surnames = listed("surnames.txt");
    DrawnNames drawn = new DrawnNames(given, surnames, SEED);
    Share names = new GuardFigures(
            rules(new NameFinder(drawn.known(given, surnames), everyday, places)), SEED)
        .names(TEXTS, lines("named.txt"), drawn::next);
    tell("full names of the shipped list, a fifth held out", names);
    assertThat(names.percent()).as("%s", names.others()).isGreaterThanOrEqualTo(95);
  }

  @Test
  void leavesOrdinarySentencesAlone() throws IOException {
    NameFinder finder = new NameFinder(NameLists.commonest(), everyday, places);
    Share alarms = new GuardFigures(rules(finder), SEED).alarms(lines("ordinary.txt"));
    tell("alarms in ordinary sentences", alarms);
    assertThat(alarms.percent()).as("%s", alarms.others()).isLessThan(0.5);
  }

  @Test
  void findsNamesWithTheOfficialStatisticsToo() throws IOException {
    Path folder = BESIDE.resolve("names");
    if (!Files.isDirectory(folder)) {
      return;
    }
    Map<String, Integer> given =
        official(folder, "given_names_women.csv.gz", "given_names_men.csv.gz");
    Map<String, Integer> surnames = official(folder, "surnames.csv.gz");
    DrawnNames drawn = new DrawnNames(given, surnames, SEED);
    tellNames(
        "official names, shipped list", drawn, listed("given-names.txt"), listed("surnames.txt"));
    tellNames("official names, loaded list", drawn, given, surnames);
  }

  @Test
  void seldomDoubtsThePolicesNotices() throws IOException {
    Path file = BESIDE.resolve("police-events").resolve("event_texts_sample.jsonl.gz");
    if (!Files.exists(file)) {
      return;
    }
    List<String> sentences = notices(file);
    Share hits = new GuardFigures(
            rules(new NameFinder(NameLists.commonest(), everyday, places)), SEED)
        .alarms(sentences);
    tell("sentences of the police's notices with any hit", hits);
    assertThat(hits.percent()).isLessThan(2);
  }

  @AfterAll
  static void report() throws IOException {
    String file = System.getProperty("samlad.guard.report", "");
    if (!file.isEmpty()) {
      Files.write(Path.of(file), REPORT.stream().sorted().toList());
    }
  }

  private static void tellNames(
      String what, DrawnNames drawn, Map<String, Integer> given, Map<String, Integer> surnames) {
    Share names = new GuardFigures(
            rules(new NameFinder(drawn.known(given, surnames), everyday, places)), SEED)
        .names(TEXTS, lines("named.txt"), drawn::next);
    tell(what + ", a fifth held out", names);
    assertThat(names.percent()).as("%s", names.others()).isGreaterThanOrEqualTo(95);
  }

  private static Map<String, Integer> official(Path folder, String... files) throws IOException {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (String file : files) {
      try (BufferedReader lines = unpacked(folder.resolve(file))) {
        lines.lines().skip(1).forEach(line -> {
          int comma = line.lastIndexOf(',');
          names.merge(
              line.substring(0, comma).replace("\"", ""),
              Integer.parseInt(line, comma + 1, line.length(), 10),
              Integer::sum);
        });
      }
    }
    return names;
  }

  private static List<String> notices(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    List<String> sentences = new ArrayList<>();
    try (BufferedReader lines = unpacked(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String body = json.readTree(line).path("body").asString("");
        for (String sentence : body.split("(?<=[.!?])\\s+|\n")) {
          if (sentence.length() > 15) {
            sentences.add(sentence);
          }
        }
      }
    }
    return sentences;
  }

  private static BufferedReader unpacked(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  private static GuardRules rules(NameFinder finder) {
    return new GuardRules(AuthorityNumbers.shipped(), finder, Phrases.none());
  }

  private static void tell(String what, Share share) {
    REPORT.add(what + ": " + share);
  }

  private static Map<String, Integer> listed(String file) throws IOException {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("src", "main", "resources", "names", file))) {
      if (!line.startsWith("#")) {
        names.put(
            line.substring(0, line.lastIndexOf(' ')),
            Integer.parseInt(line, line.lastIndexOf(' ') + 1, line.length(), 10));
      }
    }
    return names;
  }

  private static List<String> lines(String file) {
    try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "guard", file))) {
      return lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
