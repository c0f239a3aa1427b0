package se.samlad.analysis.density;

/** How an event's weight is spread around it (Swedish: kärna). */
public enum Kernel {
  /** 3 / (pi h^2) (1 - d^2/h^2)^2 within the bandwidth h, nothing beyond. */
  QUARTIC(1) {
    @Override
    double peak(double bandwidth) {
      return 3 / (Math.PI * bandwidth * bandwidth);
    }

    @Override
    double relative(double squareOverSquare) {
      double u = Math.max(0, 1 - squareOverSquare);
      return u * u;
    }
  },
  /** exp(-d^2 / 2 s^2) / (2 pi s^2) with the bandwidth s as its standard deviation, to nine of them. */
  GAUSSIAN(9) {
    @Override
    double peak(double bandwidth) {
      return 1 / (2 * Math.PI * bandwidth * bandwidth);
    }

    @Override
    double relative(double squareOverSquare) {
      return Math.exp(-squareOverSquare / 2);
    }
  };

  /** Bandwidths from an event to where its weight ends; a Gaussian beyond nine is below 3e-18 of its peak. */
  final double reach;

  Kernel(double reach) {
    this.reach = reach;
  }

  /** Value over the event itself, per square metre. */
  abstract double peak(double bandwidth);

  /** Value at a distance over that at the event, from the squares of distance and bandwidth. */
  abstract double relative(double squareOverSquare);

  /** The bandwidth of this kernel with the same variance as a Gaussian of standard deviation sigma. */
  public double bandwidthLike(double sigma) {
    return this == GAUSSIAN ? sigma : sigma * Math.sqrt(8);
  }
}
