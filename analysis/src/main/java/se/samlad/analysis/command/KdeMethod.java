package se.samlad.analysis.command;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.density.Bandwidth;
import se.samlad.analysis.density.BandwidthRule;
import se.samlad.analysis.density.BandwidthSearch;
import se.samlad.analysis.density.DensityGrid;
import se.samlad.analysis.density.Kernel;
import se.samlad.analysis.density.KernelDensity;
import se.samlad.analysis.density.KernelDensity.Placement;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;
import se.samlad.analysis.table.Json;

/** {@code kde}: a row per cell of a grid, or the density at every row's place. */
final class KdeMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "kde";
  }

  @Override
  public String summary() {
    return "How thick do events lie, in events per square kilometre?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.text("kernel", "quartic", "quartic or gaussian"),
        Option.number("bandwidth", "metres: support of the quartic, deviation of the Gaussian"),
        Option.text(
            "rule",
            "scott",
            "without a bandwidth: scott, silverman, normal-reference, mean-nearest, diggle, likelihood or cronie-van-lieshout"),
        Option.whole("nearest", 1, "which nearest event the rule mean-nearest takes"),
        Option.number("cell", 100, "side of the cells, metres"),
        Option.number("margin", "metres of grid round the events; else one bandwidth"),
        Option.text(
            "placement",
            "expanded",
            "expanded (at the coordinates, within a millionth), exact (direct sums) or in-cells"),
        Option.column("weight", "weight", "weight of each event, else 1"),
        Option.flag("at-points", "the density at the events, in place of a grid"),
        Option.flag("all-cells", "cells of density 0 as well"));
  }

  @Override
  public int mostRows() {
    return PlanePoints.MOST;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    PlanePoints events = Places.points(input);
    double[] weights = Places.weights(input, options);
    Kernel kernel = Choice.of(Kernel.class, "kernel", options.text("kernel"));
    Bandwidth bandwidth = bandwidth(events, options);
    double meters = bandwidth.rule() == BandwidthRule.CHOSEN
        ? bandwidth.meters()
        : kernel.bandwidthLike(bandwidth.meters());
    Placement placement = Choice.of(Placement.class, "placement", options.text("placement"));
    KernelDensity density = new KernelDensity(kernel, meters, placement, options.threads());
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", input.size())
        .put("kernel", Choice.word(kernel))
        .put("bandwidthMeters", meters)
        .put("bandwidthRule", Choice.word(bandwidth.rule()));
    if (options.flag("at-points")) {
      double[] at = density.at(events, events, weights);
      progress.done(1, 1);
      return Outcome.table(facts.build(), at.length)
          .put("density", at)
          .shapes(input.shapes())
          .build();
    }
    SquareGrid grid = SquareGrid.around(
        events, options.number("cell"), options.findNumber("margin").orElse(meters));
    return cells(
        density.on(grid, events, weights, progress), options.flag("all-cells"), facts, placement);
  }

  private static Outcome cells(
      DensityGrid density, boolean all, Json.Builder facts, Placement placement) {
    SquareGrid grid = density.grid();
    double[] values = density.perSquareKilometre();
    int[] cells =
        IntStream.range(0, values.length).filter(i -> all || values[i] > 0).toArray();
    double[] easting = new double[cells.length];
    double[] northing = new double[cells.length];
    double[] shown = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      easting[k] = grid.centreX(cells[k] % grid.columns());
      northing[k] = grid.centreY(cells[k] / grid.columns());
      shown[k] = values[cells[k]];
    }
    Json.Obj told = facts
        .put("totalWeight", density.totalWeight())
        .put("placement", Choice.word(placement))
        .put("cellMeters", grid.cellMeters())
        .put("west", grid.west())
        .put("south", grid.south())
        .put("columns", grid.columns())
        .put("rows", grid.rows())
        .build();
    return Outcome.table(told, cells.length)
        .put("easting", easting)
        .put("northing", northing)
        .put("density", shown)
        .shapes(Places.squares(grid, cells))
        .build();
  }

  private static Bandwidth bandwidth(PlanePoints events, Options options) {
    OptionalDouble given = options.findNumber("bandwidth");
    if (given.isPresent()) {
      return Bandwidth.chosen(given.getAsDouble());
    }
    return switch (Choice.of(BandwidthRule.class, "rule", options.text("rule"))) {
      case CHOSEN -> throw new IllegalArgumentException("--rule chosen needs --bandwidth");
      case SCOTT -> Bandwidth.scott(events);
      case SILVERMAN -> Bandwidth.silverman(events);
      case NORMAL_REFERENCE -> Bandwidth.normalReference(events);
      case MEAN_NEAREST -> Bandwidth.meanNearest(events, options.whole("nearest"));
      case DIGGLE -> new BandwidthSearch(events).diggle();
      case LIKELIHOOD -> new BandwidthSearch(events).likelihood();
      case CRONIE_VAN_LIESHOUT -> new BandwidthSearch(events).cronieVanLieshout();
    };
  }
}
