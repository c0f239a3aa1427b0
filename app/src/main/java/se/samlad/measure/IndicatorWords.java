package se.samlad.measure;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;

/** Says what a measure is measured with: Samling som oroar inom 150 m, fre–lör kl. 18–24. */
@Component
public class IndicatorWords {

  private final Categories categories;
  private final MessageSource messages;

  IndicatorWords(Categories categories, MessageSource messages) {
    this.categories = categories;
    this.messages = messages;
  }

  public String say(Indicator indicator, Locale locale) {
    String what = indicator.codes().stream()
        .map(code -> categories
            .find(code)
            .map(category -> category.name(locale.getLanguage()))
            .orElse(code))
        .collect(Collectors.joining(", "));
    String where = messages.getMessage(
        "measure.indicator", new Object[] {what, indicator.radiusMeters()}, locale);
    String when = when(indicator, locale);
    return when.isEmpty() ? where : where + ", " + when;
  }

  private String when(Indicator indicator, Locale locale) {
    String days = days(indicator, locale);
    String hours = indicator.allDay()
        ? ""
        : messages.getMessage(
            "measure.indicator.hours",
            new Object[] {indicator.fromHour(), indicator.toHour()},
            locale);
    return days.isEmpty() ? hours : hours.isEmpty() ? days : days + " " + hours;
  }

  /** fre–lör when the days follow each other, else mån, ons. */
  private static String days(Indicator indicator, Locale locale) {
    List<DayOfWeek> days = indicator.weekdays().stream().sorted().toList();
    if (days.isEmpty() || days.size() == 7) {
      return "";
    }
    DayOfWeek first = days.getFirst();
    DayOfWeek last = days.getLast();
    boolean row = days.size() > 1 && last.getValue() - first.getValue() == days.size() - 1;
    return row
        ? name(first, locale) + "–" + name(last, locale)
        : days.stream().map(day -> name(day, locale)).collect(Collectors.joining(", "));
  }

  private static String name(DayOfWeek day, Locale locale) {
    return day.getDisplayName(TextStyle.SHORT, locale).replace(".", "");
  }
}
