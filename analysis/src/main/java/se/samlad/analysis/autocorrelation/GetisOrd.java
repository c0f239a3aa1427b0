package se.samlad.analysis.autocorrelation;

import java.util.Arrays;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.BenjaminiHochberg;
import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.grid.Neighbours;

/**
 * Where do high values gather, and where low ones (Swedish: hotspot och coldspot, Gi*)?
 *
 * <p>Terms: one value for each cell or area. Gi compares the sum of the neighbours with what the mean of all others would
 * give, Gi* the sum with the unit itself among them; both as z. The p value is two-sided; adjusted p values control the
 * share of false finds over the whole map. Weights are 1 for each neighbour, or shared.
 *
 * <p>Edges: fewer than 3 units, one value everywhere and values that are no finite numbers are refused by name. A unit
 * without neighbours has z = 0 in Gi, and in Gi* only itself; one that neighbours all has z = 0. When more than 60 % of the
 * values are 0, z is far from normal: {@link Result#mostlyZeros()} says so and only permutation p values should be shown.
 *
 * <p>Method: closed moments; conditional permutation draws the neighbours' values anew while the unit's own stays. Cost
 * pairs, for permutations pairs x permutations; memory a few numbers a unit.
 *
 * <p>Source: Getis and Ord 1992, Geographical Analysis 24:189-206; Ord and Getis 1995, 27:286-306; Caldas de Castro and
 * Singer 2006, 38:180-208.
 */
public final class GetisOrd {
  private final Form form;
  private final Weighting weighting;
  private final Permutations permutations;

  /** Whether a unit belongs to its own surroundings. */
  public enum Form {
    GI,
    GI_STAR
  }

  public GetisOrd(Form form, Weighting weighting, Permutations permutations) {
    this.form = form;
    this.weighting = weighting;
    this.permutations = permutations;
  }

  /** Gi* with binary weights and closed moments. */
  public static Result giStar(double[] values, Neighbours neighbours) {
    return new GetisOrd(Form.GI_STAR, Weighting.BINARY, Permutations.NONE).of(values, neighbours);
  }

  public Result of(double[] values, Neighbours neighbours) {
    return of(values, neighbours, Progress.silent());
  }

  /** As {@link #of(double[], Neighbours)}, telling how far the permutations have come. */
  public Result of(double[] values, Neighbours neighbours, Progress progress) {
    Values checked = Values.of(values, neighbours, 3);
    if (neighbours.includesSelf()) {
      throw new IllegalArgumentException(
          "the lists of neighbours hold the units themselves, they should not");
    }
    double[] z = new double[checked.n];
    double[] p = new double[checked.n];
    double[] sums = neighbours.sums(values);
    for (int i = 0; i < z.length; i++) {
      z[i] = form == Form.GI_STAR
          ? star(checked, sums[i] + values[i], neighbours.degree(i) + 1)
          : plain(checked, i, sums[i], neighbours.degree(i));
      p[i] = Math.min(1, 2 * Normal.STANDARD.atLeast(Math.abs(z[i])));
    }
    double[] permuted = permutations.count() == 0
        ? new double[0]
        : ConditionalPermutation.run(
                values, neighbours, permutations, form == Form.GI_STAR, progress)
            .p();
    return new Result(
        checked.n,
        form,
        weighting,
        permutations,
        z,
        p,
        BenjaminiHochberg.adjusted(p),
        permuted,
        checked.zeroShare());
  }

  private double star(Values all, double sum, int degree) {
    double weight = weighting == Weighting.BINARY ? 1 : 1.0 / degree;
    double sumOfWeights = weight * degree;
    double squares = weight * weight * degree;
    double n = all.n;
    double variance = all.m2 * (n * squares - sumOfWeights * sumOfWeights) / (n - 1);
    return degree == all.n ? 0 : (weight * sum - all.mean * sumOfWeights) / Math.sqrt(variance);
  }

  private double plain(Values all, int unit, double sum, int degree) {
    double others = all.n - 1.0;
    if (degree == 0 || degree == all.n - 1) {
      return 0;
    }
    double own = all.x[unit];
    double mean = (all.sum - own) / others;
    double deviation = own - all.mean;
    double shift = mean - all.mean;
    double variance = (all.m2 * all.n - deviation * deviation) / others - shift * shift;
    if (!(variance > 1e-14 * all.m2)) {
      return 0;
    }
    double weight = weighting == Weighting.BINARY ? 1 : 1.0 / degree;
    double sumOfWeights = weight * degree;
    double squares = weight * weight * degree;
    return (weight * sum - mean * sumOfWeights)
        / Math.sqrt(variance * (others * squares - sumOfWeights * sumOfWeights) / (others - 1));
  }

  /** How sure a high or low place is, two-sided. */
  public enum Level {
    COLD_99,
    COLD_95,
    COLD_90,
    NEITHER,
    HOT_90,
    HOT_95,
    HOT_99
  }

  /**
   * Statistics in the order of the units.
   *
   * @param n units
   * @param z standardised Gi or Gi*
   * @param p two-sided normal p value
   * @param adjusted p raised for the whole map (Benjamini and Hochberg)
   * @param permutationP two-sided p values by conditional permutation, empty when none were asked for
   * @param zeroShare share of the values that are 0
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n,
      Form form,
      Weighting weighting,
      Permutations permutations,
      double[] z,
      double[] p,
      double[] adjusted,
      double[] permutationP,
      double zeroShare) {

    public Result {
      z = z.clone();
      p = p.clone();
      adjusted = adjusted.clone();
      permutationP = permutationP.clone();
    }

    @Override
    public double[] z() {
      return z.clone();
    }

    @Override
    public double[] p() {
      return p.clone();
    }

    @Override
    public double[] adjusted() {
      return adjusted.clone();
    }

    @Override
    public double[] permutationP() {
      return permutationP.clone();
    }

    /** Whether so many values are 0 that z and p should not be read as normal. */
    public boolean mostlyZeros() {
      return zeroShare > Values.MOSTLY;
    }

    /** The class of each unit by the adjusted p value. */
    public Level[] levels() {
      Level[] levels = new Level[n];
      Arrays.setAll(levels, i -> level(z[i], adjusted[i]));
      return levels;
    }

    private static Level level(double z, double p) {
      int steps = p < 0.01 ? 3 : p < 0.05 ? 2 : p < 0.1 ? 1 : 0;
      return Level.values()[Level.NEITHER.ordinal() + (z > 0 ? steps : -steps)];
    }
  }
}
