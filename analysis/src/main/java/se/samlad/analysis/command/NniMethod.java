package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.cluster.NearestNeighbourIndex;
import se.samlad.analysis.cluster.RipleyK;
import se.samlad.analysis.cluster.RipleyK.Correction;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;
import se.samlad.analysis.table.Json;

/** {@code nni}: the index among the facts, and a row per distance of Ripley's K and L when distances are given. */
final class NniMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "nni";
  }

  @Override
  public String summary() {
    return "Do events lie closer than if strewn at random (nearest-neighbour index, Ripley's K)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.text("area", null, "west,south,east,north in metres; else the box of the events"),
        Option.text("distances", null, "ascending distances of Ripley's K, metres, as 50,100,200"),
        Option.text("correction", "isotropic", "of K at the edge: none, translation or isotropic"));
  }

  @Override
  public int mostRows() {
    return PlanePoints.MOST;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    PlanePoints points = Places.points(input);
    Optional<double[]> given = options.find("area").map(text -> numbers("area", text));
    if (given.isPresent() && given.get().length != 4) {
      throw new IllegalArgumentException("--area takes four numbers, not " + given.get().length);
    }
    Rectangle area = given
        .map(side -> new Rectangle(side[0], side[1], side[2], side[3]))
        .orElseGet(() -> Rectangle.around(points));
    NearestNeighbourIndex index = NearestNeighbourIndex.of(points, area, options.threads());
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", index.n())
        .put("areaSquareMetres", area.area())
        .put("meanNearestMeters", index.meanNearest())
        .put("expectedMeters", index.expected())
        .put("index", index.index())
        .put("donnelly", index.donnelly())
        .put("standardError", index.standardError())
        .put("z", index.z())
        .put("p", index.pTwoSided())
        .build();
    Optional<String> distances = options.find("distances");
    if (distances.isEmpty()) {
      progress.done(1, 1);
      return Outcome.of(facts);
    }
    RipleyK.Result k = RipleyK.of(
        points,
        area,
        numbers("distances", distances.get()),
        Choice.of(Correction.class, "correction", options.text("correction")),
        progress);
    progress.done(1, 1);
    return Outcome.table(facts, k.k().length)
        .put("distance", k.distances())
        .put("k", k.k())
        .put("l", k.l())
        .build();
  }

  private static double[] numbers(String option, String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .mapToDouble(part -> Double.parseDouble(part.trim()))
          .toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--%s takes numbers with commas between, not \"%s\"".formatted(option, text), e);
    }
  }
}
