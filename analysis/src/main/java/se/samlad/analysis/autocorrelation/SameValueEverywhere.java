package se.samlad.analysis.autocorrelation;

/** All units have one value, so that nothing can lie beside anything like it. */
public final class SameValueEverywhere extends IllegalArgumentException {
  SameValueEverywhere(int units, double value) {
    super("All %d units have the value %s, they should differ".formatted(units, value));
  }
}
