package se.samlad.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.EffectDesign;
import se.samlad.analysis.effect.Verdict;
import se.samlad.analysis.effect.Verdict.Effect;
import se.samlad.analysis.effect.Verdict.Movement;
import se.samlad.analysis.effect.WeeklySpread;

/** The words of effect and of moving, by how sure they were said to be. */
final class VerdictRows {
  private static final int WEEKS = 26;
  private static final double[] SIZES = {2, 8, 30};
  private static final double[] FACTORS = {0.4, 0.6, 0.8, 1, 1.3};
  private static final double[] MOVED = {0, 0.5, 1};
  private static final int FIRST_ROW = 400;

  /** The level of "moved" is nominally just what is asked, so its rows need a small error. */
  private static final int MORE_TOWNS = 100;

  private static final int WORDS = Certainty.values().length;

  private final Settings settings;
  private final List<Row> rows = new ArrayList<>();
  private int row = FIRST_ROW;

  VerdictRows(Settings settings) {
    this.settings = settings;
  }

  List<Row> rows() {
    for (Spread spread : List.of(Spread.POISSON, Spread.clumps(2.5))) {
      for (boolean shared : new boolean[] {false, true}) {
        words(spread, shared);
        notMoved(spread, shared);
      }
    }
    return rows;
  }

  private void words(Spread spread, boolean shared) {
    Share[] shares = Towns.run(settings, row++, 2 * WORDS + 2, (random, sums) -> {
      Town town =
          new Town(pick(random, SIZES), pick(random, FACTORS), pick(random, MOVED), spread, shared);
      Verdict verdict = town.verdict(random, settings.draws());
      boolean said = verdict.effect() != Effect.UNDECIDED;
      sums[2 * WORDS].town(!said);
      if (said) {
        sums[verdict.effectCertainty().ordinal()].town(town.isRight(verdict.effect()));
      }
      if (verdict.movement() instanceof Movement.Moved
          || verdict.movement() instanceof Movement.NoVisibleMove) {
        sums[WORDS + verdict.movementCertainty().ordinal()].town(town.isRight(verdict));
      }
      if (verdict.effect() == Effect.FEWER) {
        sums[2 * WORDS + 1].town(verdict.movement() instanceof Movement.MoveUndecided);
      }
    });
    String section = "Verdict words: share right by certainty";
    String town = name(spread, shared);
    certainties(section, town, "färre, fler", shares, 0);
    rows.add(new Row(
        section, town, "går inte att avgöra om det blev färre", shares[2 * WORDS], Demand.NONE));
    certainties(section, town, "har flyttat, ingen synlig flytt", shares, WORDS);
    rows.add(new Row(
        section,
        town,
        "after färre: går inte att avgöra om det flyttat",
        shares[2 * WORDS + 1],
        Demand.NONE));
  }

  private void certainties(String section, String town, String words, Share[] shares, int from) {
    Share clear = shares[from + Certainty.CLEAR.ordinal()];
    Share likely = shares[from + Certainty.LIKELY.ordinal()];
    Share uncertain = shares[from + Certainty.UNCERTAIN.ordinal()];
    rows.add(new Row(section, town, words + ": Tydlig", clear, Demand.atLeast(0.88)));
    rows.add(new Row(section, town, words + ": Trolig", likely, Demand.atLeast(0.73)));
    rows.add(new Row(section, town, words + ": Osäker", uncertain, Demand.NONE));
    rows.add(new Row(
        section, town, words + ": Trolig rises", likely, Demand.notBelow(uncertain, "Osäker")));
    rows.add(
        new Row(section, town, words + ": Tydlig rises", clear, Demand.notBelow(likely, "Trolig")));
  }

  private void notMoved(Spread spread, boolean shared) {
    Settings many = settings.times(MORE_TOWNS);
    Share[] mixed = Towns.run(many, row++, 1, (random, sums) -> {
      Town town = new Town(pick(random, SIZES), pick(random, FACTORS), 0, spread, shared);
      sums[0].town(town.verdict(random, 0).movement() instanceof Movement.Moved);
    });
    Share[] strong = Towns.run(many, row++, 1, (random, sums) -> {
      Town town = new Town(30, 0.4, 0, spread, shared);
      sums[0].town(town.verdict(random, 0).movement() instanceof Movement.Moved);
    });
    String section = "Har flyttat said wrongly, towns without displacement";
    Demand demand = Demand.atMost(0.05);
    rows.add(new Row(section, name(spread, shared), "all sizes and effects", mixed[0], demand));
    rows.add(new Row(
        section, name(spread, shared), "large place, always fewer (x 0.4)", strong[0], demand));
  }

  private static String name(Spread spread, boolean shared) {
    return "%s, %s".formatted(spread, shared ? "shared control" : "own controls");
  }

  private static double pick(SeededRandom random, double[] values) {
    return values[random.nextInt(values.length)];
  }

  /**
   * Target, buffer and two controls of one size, half a year before and after, with a common trend.
   *
   * @param size events a week in the target before
   * @param factor on the target's rate
   * @param moved share of what went away that turns up in the buffer
   * @param spread of its weeks
   * @param shared whether target and buffer have one control
   */
  private record Town(double size, double factor, double moved, Spread spread, boolean shared) {
    boolean isRight(Effect effect) {
      return effect == Effect.FEWER ? factor < 1 : factor > 1;
    }

    boolean isRight(Verdict verdict) {
      boolean half = moved >= 0.5;
      boolean right = verdict.movement() instanceof Movement.Moved ? moved > 0 : !half;
      return isRight(verdict.effect()) && right;
    }

    Verdict verdict(SeededRandom random, int draws) {
      double trend = 0.8 + 0.45 * random.nextDouble();
      double into = factor < 1 ? moved * (1 - factor) * size : 0;
      int[][] weeks = new int[8][];
      for (int area = 0; area < 4; area++) {
        double after = area == 0 ? size * factor : area == 2 ? size + into : size;
        weeks[2 * area] = spread.counts(random, WEEKS, size);
        weeks[2 * area + 1] = spread.counts(random, WEEKS, after * trend);
      }
      EffectDesign design = new EffectDesign(
          pair(weeks, 0),
          pair(weeks, 1),
          Optional.of(pair(weeks, 2)),
          shared ? Optional.empty() : Optional.of(pair(weeks, 3)));
      Verdict.Parameters parameters =
          Verdict.Parameters.defaults(WEEKS).withSpread(WeeklySpread.of(weeks)).withDraws(draws);
      return Verdict.of(design, parameters);
    }

    private static BeforeAfter pair(int[][] weeks, int area) {
      return BeforeAfter.of(sum(weeks[2 * area]), sum(weeks[2 * area + 1]));
    }

    private static long sum(int[] counts) {
      return java.util.Arrays.stream(counts).asLongStream().sum();
    }
  }
}
