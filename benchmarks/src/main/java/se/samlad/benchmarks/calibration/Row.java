package se.samlad.benchmarks.calibration;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param section it stands in
 * @param town what was drawn
 * @param measured what was counted
 * @param share the answer
 * @param demand what it should be
 */
record Row(String section, String town, String measured, Share share, Demand demand) {

  boolean holds() {
    return !demand.answer(share).contains("no**");
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %s | %s |",
        town,
        measured,
        share.cases() == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share.value()),
        Double.isNaN(share.error()) ? "-" : String.format(Locale.ROOT, "%.2f", 100 * share.error()),
        share.cases(),
        demand.words(),
        demand.answer(share));
  }
}
