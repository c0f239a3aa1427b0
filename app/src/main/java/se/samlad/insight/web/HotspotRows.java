package se.samlad.insight.web;

import org.springframework.stereotype.Component;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Charts;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.WeekLabels;
import se.samlad.insight.web.AnalysisPage.HotspotRow;

/** A hotspot as a line of the list, with its explanation. */
@Component
class HotspotRows {

  private final HotspotSentences sentences;

  HotspotRows(HotspotSentences sentences) {
    this.sentences = sentences;
  }

  HotspotRow of(Hotspot hotspot, AnalysisRequest request, Words words) {
    return new HotspotRow(
        hotspot.rank(),
        hotspot.name(),
        "/platser/" + hotspot.id(),
        CertaintyCode.of(hotspot.certainty()),
        words.count("incidents", hotspot.figure().value()),
        Charts.gauge(hotspot.figure(), 120, 18),
        words.say("expected", words.band(hotspot.figure())),
        sentences.describe(hotspot, words.locale()),
        sentences.reported(hotspot, words.locale()),
        sentences.persistence(hotspot, words.locale()),
        how(hotspot, words),
        request.with(AnalysisRequest.PLACE, hotspot.id().toString()),
        request.place().filter(place -> place.id().equals(hotspot.id())).isPresent());
  }

  /** Hur räknas det? Every number the word rests on. */
  static String how(Hotspot hotspot, Words words) {
    Hotspot.Basis basis = hotspot.basis();
    Formats formats = words.formats();
    Figure.Expected band = hotspot.figure().expected().orElseThrow();
    return words.say(
        "how",
        formats.number(hotspot.figure().value()),
        WeekLabels.of(hotspot.firstWeek(), hotspot.week(), words.locale()),
        words.count("how.cells", basis.cells().size()),
        formats.number(basis.windows()),
        formats.decimal(basis.mean(), 1),
        formats.range(band.lower(), band.upper()),
        formats.percent(band.level()),
        formats.decimal(basis.dispersion(), 2),
        formats.number(basis.tested()),
        formats.percent(basis.stability()),
        formats.number(basis.draws()),
        String.valueOf(basis.seed()),
        formats.moment(hotspot.figure().asOf()));
  }
}
