package se.samlad.demo.history;

import se.samlad.analysis.distribution.SeededRandom;

/** When in the week things happen: a weight for each of the 168 hours from Monday midnight. */
public enum Rhythm {
  /** Evenings, most on Friday and Saturday between seven and eleven. */
  EVENING {
    @Override
    double weight(int day, int hour) {
      double evening = hump(hour, 20, 3.2) + 0.06;
      return evening * (day == 4 || day == 5 ? 2.6 : 1)
          + (weekend(day, hour) && hour >= 19 ? 1.6 : 0);
    }
  },
  /** After school, and the weekend when nobody is there. */
  SCHOOL {
    @Override
    double weight(int day, int hour) {
      double after = day < 5 ? hump(hour, 16, 2.2) : 0.35 * hump(hour, 17, 4);
      return after + (weekend(day, hour) ? 0.9 * hump(hour, 21, 2.5) : 0) + 0.02;
    }
  },
  /** Late nights, most between Friday and Sunday. */
  NIGHT {
    @Override
    double weight(int day, int hour) {
      double late = hour >= 21 ? 1 : hour < 4 ? 0.9 : 0.08;
      boolean weekendNight = day == 4 && hour >= 20 || day == 5 || day == 6 && hour < 4;
      return late * (weekendNight ? 2.4 : 0.8);
    }
  },
  /** Working days and opening hours. */
  DAY {
    @Override
    double weight(int day, int hour) {
      return (day < 5 ? 1 : 0.6) * (hump(hour, 13, 4) + 0.03);
    }
  },
  /** Engines: evenings from Thursday on. */
  TRAFFIC {
    @Override
    double weight(int day, int hour) {
      return (day >= 3 ? 1.8 : 0.8) * (hump(hour, 21, 2.6) + 0.03);
    }
  };

  /** How likely an hour is, day 0 being Monday. */
  abstract double weight(int day, int hour);

  /** The share of the week that lies before the end of each hour: 168 growing numbers, the last one 1. */
  public double[] untilHour() {
    double[] until = new double[168];
    double total = 0;
    for (int hour = 0; hour < until.length; hour++) {
      total += weight(hour / 24, hour % 24);
      until[hour] = total;
    }
    for (int hour = 0; hour < until.length; hour++) {
      until[hour] /= total;
    }
    return until;
  }

  /** A minute of the week, from Monday midnight. */
  int draw(SeededRandom random) {
    double total = 0;
    for (int hour = 0; hour < 168; hour++) {
      total += weight(hour / 24, hour % 24);
    }
    double left = random.nextDouble() * total;
    int hour = 0;
    while (hour < 167 && left > weight(hour / 24, hour % 24)) {
      left -= weight(hour / 24, hour % 24);
      hour++;
    }
    return hour * 60 + 5 * random.nextInt(12);
  }

  private static boolean weekend(int day, int hour) {
    return (day == 4 || day == 5) && hour >= 17;
  }

  private static double hump(int hour, double middle, double width) {
    double away = (hour - middle) / width;
    return StrictMath.exp(-away * away / 2);
  }
}
