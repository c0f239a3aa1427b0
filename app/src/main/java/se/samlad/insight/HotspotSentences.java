package se.samlad.insight;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Hotspot.Share;

/**
 * Explains a hotspot in plain sentences by rules. Every clause is a figure of the hotspot; what the figures do not say is not said. A
 * category is told when at least a fifth of the incidents, and at least two, are of it.
 */
@Component
public class HotspotSentences {

  private static final int TOLD_CATEGORIES = 3;
  private static final int LEAST_TOLD = 2;
  private static final int FIFTH = 5;
  private static final int WORDS = 12;

  private final MessageSource messages;
  private final Categories categories;

  HotspotSentences(MessageSource messages, Categories categories) {
    this.messages = messages;
    this.categories = categories;
  }

  /** The whole explanation. */
  public String say(Hotspot hotspot, Locale locale) {
    return Stream.of(
            count(hotspot, locale),
            describe(hotspot, locale),
            reported(hotspot, locale),
            persistence(hotspot, locale))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** 14 händelser v. 44–47, väntat 3–8. */
  public String count(Hotspot hotspot, Locale locale) {
    Figure.Expected band = hotspot.figure().expected().orElseThrow();
    Formats formats = Formats.in(locale);
    return text(
        "insight.hotspot.count",
        locale,
        formats.number(hotspot.figure().value()),
        WeekLabels.of(hotspot.firstWeek(), hotspot.week(), locale),
        formats.range(band.lower(), band.upper()));
  }

  /** Åtta gäller samling som oroar, fyra skadegörelse. Tio började fredag–lördag kl. 19–23. */
  public String describe(Hotspot hotspot, Locale locale) {
    return Stream.of(
            what(hotspot, locale),
            when(hotspot, locale),
            hotspot.certainty() == Certainty.UNCERTAIN
                ? text("insight.hotspot.chance", locale)
                : "")
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Rapporterat av 4 av 5 organisationer. */
  public String reported(Hotspot hotspot, Locale locale) {
    return text(
        hotspot.organisationsAsked() == 1
            ? "insight.hotspot.reported.one"
            : "insight.hotspot.reported",
        locale,
        hotspot.organisations(),
        hotspot.organisationsAsked());
  }

  /** Har varit hotspot 3 av de 4 senaste veckorna. */
  public String persistence(Hotspot hotspot, Locale locale) {
    return hotspot.weeksOfLastFour() <= 1
        ? text("insight.hotspot.first", locale)
        : text("insight.hotspot.weeks", locale, hotspot.weeksOfLastFour());
  }

  /** fredag–lördag, söndag–måndag, fredag. */
  public String days(Set<DayOfWeek> days, Locale locale) {
    DayOfWeek first = days.stream()
        .filter(day -> !days.contains(day.minus(1)))
        .findFirst()
        .orElse(DayOfWeek.MONDAY);
    DayOfWeek last = days.stream()
        .filter(day -> !days.contains(day.plus(1)))
        .findFirst()
        .orElse(DayOfWeek.SUNDAY);
    String from = first.getDisplayName(TextStyle.FULL, locale);
    return first == last ? from : from + "–" + last.getDisplayName(TextStyle.FULL, locale);
  }

  private String what(Hotspot hotspot, Locale locale) {
    int total = hotspot.figure().value();
    List<Share> told = hotspot.categories().stream()
        .filter(share -> share.count() >= LEAST_TOLD && share.count() * FIFTH >= total)
        .limit(TOLD_CATEGORIES)
        .toList();
    if (told.isEmpty()) {
      return text("insight.hotspot.mixed", locale, number(hotspot.categories().size(), locale));
    }
    Share first = told.getFirst();
    if (first.count() == total) {
      return text("insight.hotspot.all", locale, name(first, locale));
    }
    String list = told.stream()
        .skip(1)
        .map(share -> ", " + number(share.count(), locale) + " " + name(share, locale))
        .collect(Collectors.joining());
    return text(
        "insight.hotspot.what",
        locale,
        capital(number(first.count(), locale), locale),
        name(first, locale) + list);
  }

  private String when(Hotspot hotspot, Locale locale) {
    Hotspot.Peak peak = hotspot.peak();
    return peak.isNone()
        ? ""
        : text(
            "insight.hotspot.peak",
            locale,
            capital(number(peak.count(), locale), locale),
            days(peak.days(), locale),
            String.valueOf(peak.fromHour()),
            String.valueOf(peak.toHour()));
  }

  private String name(Share share, Locale locale) {
    String name = categories
        .find(share.categoryGroup())
        .map((Category category) -> category.name(locale.getLanguage()))
        .orElse(share.categoryGroup());
    return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(locale) + name.substring(1);
  }

  private String number(int number, Locale locale) {
    return number >= 1 && number <= WORDS
        ? text("insight.number." + number, locale)
        : Formats.in(locale).number(number);
  }

  private static String capital(String word, Locale locale) {
    return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
  }

  private String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
