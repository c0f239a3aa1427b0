package se.samlad.analysis.command;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import se.samlad.analysis.Stability;
import se.samlad.analysis.table.Json;

/** How a method's answer tells the stability of its word: one option, one seed, the same names everywhere. */
final class Stable {

  private Stable() {}

  /** The option that every method with a word has. */
  static Option draws(int standard) {
    return Option.whole(
        "draws", standard, "draws of the counts for the stability of the word; 0 leaves it out");
  }

  /** Empty when no draws are wanted. */
  static Optional<Stability.Parameters> how(Options options) {
    int draws = options.whole("draws");
    if (draws == 0) {
      return Optional.empty();
    }
    return Optional.of(new Stability.Parameters(draws, options.seed(), options.threads()));
  }

  /** Puts the seed and, where draws are wanted, the share and its word among the facts. */
  static Json.Builder tell(
      Json.Builder facts, Options options, Function<Stability.Parameters, Stability> stability) {
    how(options)
        .map(stability)
        .ifPresent(told -> facts
            .put("stability", told.share())
            .put("certainty", told.certainty().name().toLowerCase(Locale.ROOT)));
    return facts.put("draws", options.whole("draws")).put("seed", options.seed());
  }
}
