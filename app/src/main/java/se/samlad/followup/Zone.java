package se.samlad.followup;

import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.effect.BeforeAfter;

/**
 * Incidents of one zone week by week (Swedish: mål, buffert, jämförelse).
 *
 * @param before oldest week first
 * @param after oldest week first
 */
public record Zone(List<Integer> before, List<Integer> after) {

  /** The zones of a plan, in the order they are told. */
  public enum Part {
    TARGET,
    BUFFER,
    CONTROL,
    CONTROL_BUFFER
  }

  public Zone {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Zone of(int[] before, int[] after) {
    return new Zone(
        Arrays.stream(before).boxed().toList(), Arrays.stream(after).boxed().toList());
  }

  public int sumBefore() {
    return before.stream().mapToInt(Integer::intValue).sum();
  }

  public int sumAfter() {
    return after.stream().mapToInt(Integer::intValue).sum();
  }

  public int change() {
    return sumAfter() - sumBefore();
  }

  BeforeAfter counts() {
    return BeforeAfter.of(sumBefore(), sumAfter());
  }
}
