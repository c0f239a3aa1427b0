package se.samlad.insight.web;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionParameters;
import se.samlad.insight.Charts;
import se.samlad.insight.Hotspot;

/**
 * What the address of the page asks for. The filter (weeks, area, category, source) is the ground of all its parts; the choice (days, hours,
 * a place) narrows list and frame, and is cleared by itself.
 *
 * @param parameters the address's own parameters, to vary in links
 * @param listOnly leaves the map out
 */
record AnalysisRequest(
    Audience audience,
    IncidentSelection selection,
    Optional<Hotspot> place,
    MultiValueMap<String, String> parameters,
    boolean listOnly,
    int rows) {

  static final String PATH = "/analys";
  static final String DAYS = "dag";
  static final String HOURS = "timme";
  static final String PLACE = "plats";
  static final String WEEKS = "vecka";
  static final String ROWS = "rader";
  static final String AREA = "omrade";
  static final String CATEGORY = "kategori";
  static final String VIEW = "visa";

  IsoWeek first() {
    return IsoWeek.of(selection.from());
  }

  IsoWeek last() {
    return IsoWeek.of(selection.to().minusDays(1));
  }

  int weeks() {
    return first().until(last()) + 1;
  }

  /** The filter without the choice. */
  IncidentSelection filter() {
    return selection.withTimeOfWeek(Set.of(), 0, 24);
  }

  boolean hasTimeChosen() {
    return !selection.weekdays().isEmpty() || selection.fromHour() != 0 || selection.toHour() != 24;
  }

  boolean hasChoice() {
    return hasTimeChosen() || place.isPresent();
  }

  Charts.Chosen chosen() {
    return hasTimeChosen()
        ? new Charts.Chosen(
            selection.weekdays().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : selection.weekdays(),
            selection.fromHour(),
            selection.toHour())
        : Charts.Chosen.NOTHING;
  }

  /** The address with one parameter changed; null or empty takes it away. */
  String with(String name, @Nullable String value) {
    MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
    put(changed, name, value);
    return address(changed);
  }

  String withoutChoice() {
    MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
    put(changed, DAYS, null);
    put(changed, HOURS, null);
    put(changed, PLACE, null);
    return address(changed);
  }

  String withWeeks(IsoWeek first, IsoWeek last) {
    return with(WEEKS, weeks(first, last));
  }

  /** One category in one area and one week, without what is chosen among places and hours. */
  String withSeries(IsoWeek week, UUID area, String categoryGroup) {
    MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
    put(changed, DAYS, null);
    put(changed, HOURS, null);
    put(changed, PLACE, null);
    put(changed, WEEKS, week.slug());
    put(changed, AREA, area.toString());
    put(changed, CATEGORY, categoryGroup.toLowerCase(Locale.ROOT));
    return address(changed);
  }

  static String weeks(IsoWeek first, IsoWeek last) {
    return first.equals(last) ? first.slug() : first.slug() + "--" + last.slug();
  }

  /** A cell outside the frame widens the frame to hold it; a cell inside becomes the frame. */
  String withCell(int day, int hour) {
    Set<Integer> days = new TreeSet<>(Set.of(day + 1));
    int from = hour;
    int to = hour;
    boolean inside = hasTimeChosen()
        && hour >= selection.fromHour()
        && hour < selection.toHour()
        && (selection.weekdays().isEmpty() || selection.weekdays().contains(DayOfWeek.of(day + 1)));
    if (hasTimeChosen() && !inside) {
      selection.weekdays().forEach(chosen -> days.add(chosen.getValue()));
      int least = days.iterator().next();
      int most = ((TreeSet<Integer>) days).last();
      for (int between = least; between <= most; between++) {
        days.add(between);
      }
      from = Math.min(from, selection.fromHour());
      to = Math.max(to, selection.toHour() - 1);
    }
    MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
    put(changed, DAYS, days.stream().map(String::valueOf).collect(Collectors.joining(",")));
    put(changed, HOURS, from + "-" + to);
    return address(changed) + "#matris";
  }

  private static void put(
      MultiValueMap<String, String> parameters, String name, @Nullable String value) {
    parameters.remove(ROWS);
    if (value == null || value.isEmpty()) {
      parameters.remove(name);
    } else {
      parameters.set(name, value);
    }
  }

  private static String address(MultiValueMap<String, String> parameters) {
    return PATH + "?" + SelectionParameters.query(parameters);
  }
}
