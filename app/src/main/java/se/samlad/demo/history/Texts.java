package se.samlad.demo.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.distribution.SeededRandom;

/** What reporters write: short sentences on place and situation, never on a person. */
final class Texts {

  private final Map<String, List<String>> byCode = new HashMap<>();

  Texts() {
    var stream = Objects.requireNonNull(
        Texts.class.getResourceAsStream("/demo/texts.txt"), "demo/texts.txt is part of the jar");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> line.contains(";")).forEach(line -> {
        int gap = line.indexOf(';');
        byCode
            .computeIfAbsent(line.substring(0, gap), key -> new ArrayList<>())
            .add(line.substring(gap + 1));
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text for the category or its group; about one report in three has one. */
  @Nullable
  String draw(String code, SeededRandom random) {
    List<String> texts = byCode.getOrDefault(code, List.of());
    boolean written = random.nextDouble() < 0.36;
    return written && !texts.isEmpty() ? texts.get(random.nextInt(texts.size())) : null;
  }
}
