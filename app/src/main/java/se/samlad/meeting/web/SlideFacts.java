package se.samlad.meeting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.CategorySymbols;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.WeekSummary;
import se.samlad.measure.Measure;
import se.samlad.meeting.Finding;
import se.samlad.meeting.GroupEyes;
import se.samlad.meeting.web.MeetingAddress.At;

/** The findings beside the map: of one place, and of the whole week. */
@Component
class SlideFacts {

  private static final double NEAR_METERS = 300;
  private static final int MOST_KINDS = 5;
  private static final int BAR = 140;

  private final GroupEyes eyes;
  private final Categories categories;
  private final CategorySymbols symbols;
  private final HotspotSentences sentences;
  private final Finding finding;
  private final HotspotSheet sheet;
  private final MeetingWords words;

  SlideFacts(
      GroupEyes eyes,
      Categories categories,
      CategorySymbols symbols,
      HotspotSentences sentences,
      Finding finding,
      HotspotSheet sheet,
      MeetingWords words) {
    this.eyes = eyes;
    this.categories = categories;
    this.symbols = symbols;
    this.sentences = sentences;
    this.finding = finding;
    this.sheet = sheet;
    this.words = words;
  }

  /** A category with its count; a place draws a symbol and a bar, the week says what was expected and whether it was more. */
  record KindLine(
      String name, String count, String symbol, int width, String expected, boolean more) {}

  /** A finding; hot ones are more than expected. */
  record Found(boolean hot, String text) {}

  List<Found> of(At at, WeekSummary week, HotspotRun run) {
    boolean guests = at.meeting().guests();
    Locale locale = words.locale();
    List<Found> found = new ArrayList<>();
    found.add(new Found(!run.hotspots().isEmpty(), finding.heading(run, locale)));
    found.add(new Found(false, finding.answered(week.incidents(), locale)));
    found.add(new Found(
        false, words.text("meeting.before", finding.count(week.before(), guests, locale))));
    week.lastYear()
        .ifPresent(count -> found.add(new Found(
            false, words.text("meeting.lastYear", finding.count(count, guests, locale)))));
    found.add(new Found(
        false, words.text("meeting.crime", finding.count(week.recordedCrime(), guests, locale))));
    return found;
  }

  List<Found> of(At at, Hotspot hotspot) {
    boolean guests = at.meeting().guests();
    Locale locale = words.locale();
    List<Found> found = new ArrayList<>();
    Hotspot.Peak peak = hotspot.peak();
    if (!peak.isNone()) {
      found.add(new Found(
          true,
          words.text(
              "meeting.peak",
              finding.count(peak.count(), guests, locale),
              finding.count(hotspot.figure().value(), guests, locale),
              sentences.days(peak.days(), locale),
              peak.fromHour(),
              peak.toHour())));
    }
    hotspot
        .figure()
        .expected()
        .ifPresent(band -> found.add(new Found(
            false,
            words.text("meeting.band", Formats.in(locale).range(band.lower(), band.upper())))));
    found.add(new Found(
        false,
        words.text("meeting.certainty." + hotspot.certainty()) + " "
            + sentences.reported(hotspot, locale)));
    found.add(new Found(false, sentences.persistence(hotspot, locale)));
    found.add(new Found(false, agreedBefore(at, hotspot, locale)));
    return found;
  }

  List<KindLine> kinds(Hotspot hotspot, boolean guests) {
    Locale locale = words.locale();
    int most =
        hotspot.categories().stream().mapToInt(Hotspot.Share::count).max().orElse(1);
    Map<String, String> shapes = symbols.byGroup();
    List<KindLine> lines = new ArrayList<>();
    for (Hotspot.Share share : hotspot.categories()) {
      lines.add(new KindLine(
          name(share.categoryGroup(), locale),
          finding.count(share.count(), guests, locale),
          shapes.getOrDefault(share.categoryGroup(), CategorySymbols.OTHERS),
          guests ? 0 : share.count() * BAR / most,
          "",
          false));
    }
    return List.copyOf(lines.subList(0, Math.min(lines.size(), MOST_KINDS)));
  }

  /** The kinds that happened in the week, against what was expected. */
  List<KindLine> kinds(WeekSummary week, boolean guests) {
    Locale locale = words.locale();
    return week.categories().stream()
        .filter(kind -> kind.figure().value() > 0)
        .limit(MOST_KINDS)
        .map(kind -> new KindLine(
            name(kind.categoryGroup(), locale),
            finding.count(kind.figure().value(), guests, locale),
            "",
            0,
            kind.figure()
                .expected()
                .map(band -> Formats.in(locale).range(band.lower(), band.upper()))
                .orElse("–"),
            kind.figure().word() == Figure.Word.MORE))
        .toList();
  }

  static String certainty(Certainty certainty) {
    return switch (certainty) {
      case CLEAR -> "clear";
      case LIKELY -> "likely";
      case UNCERTAIN -> "unsure";
    };
  }

  /** The last agreement about the place. */
  private String agreedBefore(At at, Hotspot hotspot, Locale locale) {
    return eyes.openMeasures(at.groupId()).stream()
        .filter(measure -> sheet.distance(measure, hotspot) <= NEAR_METERS)
        .max(Comparator.comparing(Measure::createdAt))
        .map(measure -> words.text(
            "meeting.lastAgreed",
            measure.title(),
            words.text("measure.status." + measure.status()),
            Formats.in(locale).date(measure.doneBy())))
        .orElseGet(() -> words.text("meeting.nothingAgreed"));
  }

  private String name(String code, Locale locale) {
    return categories
        .find(code)
        .map((Category category) -> category.name(locale.getLanguage()))
        .orElse(code);
  }
}
