package se.samlad.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import se.samlad.analysis.Progress;

/** A good plan for many visits: insert, shorten, exchange; take a part out and build again. */
final class PlanSearch {

  private static final double SMALL = 1e-9;
  private static final int PATIENCE = 60;

  private final Shifts shifts;
  private final PatrolPlanner.Parameters parameters;
  private final SplittableRandom random;
  private final Draft draft;

  PlanSearch(Shifts shifts, PatrolPlanner.Parameters parameters) {
    this.shifts = shifts;
    this.parameters = parameters;
    this.random = new SplittableRandom(parameters.seed());
    this.draft = new Draft(shifts);
  }

  PatrolPlan best(Progress progress) {
    improve();
    double best = draft.score();
    int[][] bestRoutes = draft.routes();
    List<int[][]> good = new ArrayList<>();
    good.add(bestRoutes);
    int sinceBetter = 0;
    for (int round = 0; round < parameters.rounds(); round++) {
      progress.advance(round, parameters.rounds());
      takeOutParts();
      improve();
      double score = draft.score();
      if (score > best + SMALL) {
        best = score;
        bestRoutes = draft.routes();
        sinceBetter = 0;
      } else if (++sinceBetter > PATIENCE) {
        draft.reset(bestRoutes);
        sinceBetter = 0;
      }
      if (parameters.tolerance() > 0 && score >= best * (1 - parameters.tolerance())) {
        good.add(draft.routes());
      }
    }
    return shifts.plan(draw(good, bestRoutes, best), shifts.upperBound(), false, parameters);
  }

  private int[][] draw(List<int[][]> good, int[][] bestRoutes, double best) {
    double enough = best * (1 - parameters.tolerance());
    List<int[][]> near = good.stream().filter(routes -> score(routes) >= enough).toList();
    return parameters.tolerance() > 0 && !near.isEmpty()
        ? near.get(random.nextInt(near.size()))
        : bestRoutes;
  }

  private double score(int[][] routes) {
    return Arrays.stream(routes)
        .flatMapToInt(Arrays::stream)
        .mapToDouble(shifts::score)
        .sum();
  }

  private void improve() {
    boolean better;
    do {
      draft.insertAll(random);
      better = draft.shorten() && draft.insertAll(random);
      better |= draft.exchange();
    } while (better);
  }

  private void takeOutParts() {
    for (int crew = 0; crew < shifts.crews.size(); crew++) {
      int length = draft.length(crew);
      if (length > 0) {
        int from = random.nextInt(length);
        int count = 1 + random.nextInt(Math.max(1, Math.min(length - from, 1 + length / 2)));
        draft.remove(crew, from, Math.min(count, length - from));
      }
    }
  }
}
