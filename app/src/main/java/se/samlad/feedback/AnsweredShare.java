package se.samlad.feedback;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How many reports got their first answer within seven days, of those received in the days that are seven days old by now.
 *
 * @param reports reports that had seven days to be answered; withdrawn ones do not count
 */
public record AnsweredShare(
    int answered, int reports, LocalDate first, LocalDate last, Instant asOf) {

  /** Whether there is anything to take a share of. */
  public boolean known() {
    return reports > 0;
  }

  /** 0 to 1; zero when nothing is known. */
  public double share() {
    return reports == 0 ? 0 : (double) answered / reports;
  }
}
