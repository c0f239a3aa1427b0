package se.samlad.analysis.verify;

import java.util.List;
import java.util.Optional;

/** Every kind of reference folder that can be checked. */
final class FolderKinds {

  static final List<FolderKind> ALL = List.of(
      // where
      new ClusterFolder(),
      new ConcentrationFolder(),
      new EmpiricalBayesFolder(),
      new FunnelFolder(),
      new KdeFolder(),
      new LocalStatisticsFolder(),
      new NearestRipleyFolder(),

      // when
      new AoristicFolder(),
      new EmergingHotspotsFolder(),
      new MannKendallFolder(),
      new StlFolder(),

      // more than expected
      new AberrationFolder(),
      new KnoxFolder(),
      new ScanSpacetimeFolder(),
      new ScanSpatialFolder(),

      // did it help
      new DidItsFolder(),
      new RateRatioFolder(),
      new WddFolder(),
      new WdqFolder(),

      // what next, patrol, coordinates
      new ForecastAccuracyFolder(),
      new ForecastPortlandFolder(),
      new OrienteeringFolder(),
      new Sweref99Folder());

  private FolderKinds() {}

  static Optional<FolderKind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  static String names() {
    return String.join(", ", ALL.stream().map(FolderKind::name).sorted().toList());
  }
}
