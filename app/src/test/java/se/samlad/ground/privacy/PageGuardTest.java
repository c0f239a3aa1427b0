package se.samlad.ground.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samlad.ground.storage.TextGuard;
import tools.jackson.databind.json.JsonMapper;

/** The guard in the page and the one in the server find the same: on the common list of cases, and on texts made at random. */
class PageGuardTest {

  private static final Path CASES = Path.of("src", "test", "resources", "guard-cases.json");
  private static final Path PAGE_GUARD =
      Path.of("src", "main", "resources", "static", "js", "rapport", "vakt.js");
  private static final long SEED = 20261126;

  private static final List<String> PARTS = List.of(
      "811228",
      "9874",
      "-",
      "+",
      " ",
      "19",
      "20",
      "70",
      "1063",
      "2391",
      "TF12",
      "T123",
      "070",
      "123 45 67",
      "08",
      "/",
      "(0)",
      "+46",
      "0046",
      "ABC",
      "12D",
      "123",
      "EPA",
      "a@b.se",
      "kalle",
      ".",
      "@",
      "exempel",
      ".se",
      "heter",
      "Heter",
      "Kalle",
      "Svensson",
      "Åsa",
      "lgh",
      "LÄGENHET",
      "1203",
      "diagnos",
      "romska",
      "vid ",
      ", ",
      "\u200b",
      "\u00a0",
      "\u2013",
      "８１１２２８",
      "９８７４",
      "😀",
      "Ä",
      "ö",
      "svarta killar",
      "\n",
      "0",
      "7",
      "IQ",
      "nr ",
      "namnet ",
      "12.28",
      "21:40",
      "2026-11-21",
      "  ",
      "/",
      "\u0308",
      "\u030a",
      "𝟖𝟏𝟏𝟐𝟐𝟖",
      "abc",
      "reg ",
      "tel ",
      "0771",
      "5674567",
      "46",
      "(at)",
      " snabel-a ",
      "Storgatan 12, ",
      "å");

  private final GuardRules server = GuardRules.ofThePage();
  private final JsonMapper json = new JsonMapper();

  record Case(String text, String masked, List<String> kinds) {}

  @Test
  void bothFindWhatTheListOfCasesSays() throws Exception {
    List<Case> cases = List.of(json.readValue(Files.readString(CASES), Case[].class));
    List<String> texts = cases.stream().map(Case::text).toList();
    List<Case> byServer = texts.stream().map(this::asServer).toList();

    assertThat(differences(cases, byServer)).isEmpty();
    assertThat(differences(told(texts), asPage(texts))).isEmpty();
  }

  @Test
  void bothFindTheSameInTextsMadeAtRandom() throws Exception {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 8000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = 2 + random.nextInt(7); part > 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      texts.add(text.toString());
    }
    List<TextGuard.Guarded> expected = told(texts);

    assertThat(differences(expected, asPage(texts))).isEmpty();
    assertThat(expected.stream().filter(TextGuard.Guarded::masked).count())
        .as("texts that had something to find")
        .isGreaterThan(300);
  }

  private static List<String> differences(List<?> expected, List<?> found) {
    assertThat(found).hasSameSizeAs(expected);
    return IntStream.range(0, expected.size())
        .filter(i -> !expected.get(i).equals(found.get(i)))
        .mapToObj(i -> expected.get(i) + " but " + found.get(i))
        .toList();
  }

  private Case asServer(String text) {
    TextGuard.Guarded guarded = server.guard(text);
    return new Case(
        text,
        guarded.text(),
        guarded.hits().stream().map(hit -> hit.kind().name()).toList());
  }

  private List<TextGuard.Guarded> told(List<String> texts) {
    return texts.stream().map(server::guard).toList();
  }

  private List<TextGuard.Guarded> asPage(List<String> texts) throws IOException {
    Process node = new ProcessBuilder("node", "src/test/js/guard.mjs", PAGE_GUARD.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (var in = node.getOutputStream()) {
      in.write(json.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(json.readValue(answer, TextGuard.Guarded[].class));
  }
}
