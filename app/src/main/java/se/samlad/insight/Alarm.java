package se.samlad.insight;

import java.util.UUID;
import se.samlad.analysis.Certainty;
import se.samlad.ground.disclosure.Figure;

/**
 * More incidents of a category group in an area this week than its own past weeks let expect (Swedish: larm).
 *
 * @param area where
 * @param categoryGroup what
 * @param figure incidents of the week against the expected interval, with the answers of the units asked about the area
 * @param alarms whether it stands out among all series of the week; else it lies above its interval as some will by chance
 * @param mean incidents in a past week, on average
 * @param midP chance of as many or more in an ordinary week
 * @param stability share of draws that give the same word
 */
public record Alarm(
    UUID area,
    String categoryGroup,
    Figure figure,
    boolean alarms,
    double mean,
    double midP,
    double stability) {

  public Certainty certainty() {
    return Certainty.of(stability);
  }
}
