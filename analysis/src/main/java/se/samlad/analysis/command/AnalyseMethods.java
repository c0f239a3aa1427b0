package se.samlad.analysis.command;

import java.util.List;
import java.util.Optional;

/** Every method there is on the command line. */
public final class AnalyseMethods {

  private static final List<AnalyseMethod> ALL = List.of(
      // where
      new KdeMethod(),
      new GistarMethod(),
      new MoranMethod(),
      new DbscanMethod(),
      new HdbscanMethod(),
      new NniMethod(),
      new ConcentrationMethod(),
      new EmpiricalBayesMethod(),
      new FunnelMethod(),

      // when
      new AoristicMethod(),
      new EmergingMethod(),
      new MannKendallMethod(),
      new SeasonMethod(),
      new StlMethod(),

      // more than expected
      new PoissonMethod(),
      new EarsMethod(),
      new CusumMethod(),
      new FarringtonMethod(),
      new ScanMethod(),
      new KnoxMethod(),

      // did it help
      new DidMethod(),
      new ItsMethod(),
      new RateRatioMethod(),
      new WddMethod(),
      new WdqMethod(),

      // what next, patrol
      new AccuracyMethod(),
      new CoverageMethod(),
      new ForecastMethod(),
      new PatrolMethod());

  private AnalyseMethods() {}

  public static List<AnalyseMethod> all() {
    return ALL;
  }

  public static Optional<AnalyseMethod> find(String name) {
    return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
  }
}
