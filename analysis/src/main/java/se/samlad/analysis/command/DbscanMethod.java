package se.samlad.analysis.command;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.Progress;
import se.samlad.analysis.cluster.Dbscan;
import se.samlad.analysis.cluster.HotPlace;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.table.Json;

/** {@code dbscan}: a row per event with its cluster, or a row per place with its hull. */
final class DbscanMethod implements AnalyseMethod {

  static final Option PLACES =
      Option.flag("places", "a row per cluster with its hull, in place of a row per event");

  @Override
  public String name() {
    return "dbscan";
  }

  @Override
  public String summary() {
    return "Which places have many events close together (DBSCAN)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.number("eps", 100, "how near events are neighbours, metres, at most"),
        Option.whole("min-points", 5, "events within eps that make one core, itself among them"),
        PLACES);
  }

  @Override
  public int mostRows() {
    return PlanePoints.MOST;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Dbscan method =
        new Dbscan(options.number("eps"), options.whole("min-points"), options.threads());
    Dbscan.Result result = method.cluster(Places.points(input));
    progress.done(input.size(), input.size());
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("epsMeters", result.epsMeters())
        .put("minPoints", result.minPts())
        .put("clusters", result.clusters())
        .put("noise", result.noise())
        .build();
    if (options.flag("places")) {
      return places(facts, result.places());
    }
    boolean[] core = result.core();
    int[] isCore = new int[core.length];
    for (int i = 0; i < core.length; i++) {
      isCore[i] = core[i] ? 1 : 0;
    }
    return Outcome.table(facts, result.n())
        .put("cluster", result.labels())
        .put("core", isCore)
        .shapes(input.shapes())
        .build();
  }

  static Outcome places(Json.Obj facts, List<HotPlace> places) {
    double[] easting = places.stream().mapToDouble(HotPlace::centreX).toArray();
    double[] northing = places.stream().mapToDouble(HotPlace::centreY).toArray();
    List<Geometry> hulls = places.stream().map(HotPlace::hull).toList();
    return Outcome.table(facts, places.size())
        .put("cluster", places.stream().mapToInt(HotPlace::label).toArray())
        .put("count", places.stream().mapToInt(HotPlace::count).toArray())
        .put("easting", easting)
        .put("northing", northing)
        .put("hull_square_metres", hulls.stream().mapToDouble(Geometry::getArea).toArray())
        .shapes(hulls)
        .build();
  }
}
