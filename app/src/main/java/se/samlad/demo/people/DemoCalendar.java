package se.samlad.demo.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.demo.Stories;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;

/** What the year brings: school holidays, pay days, feasts, matches, and notes on what changed in town. */
public final class DemoCalendar {

  private final List<Map<String, Object>> rows = new ArrayList<>();

  private DemoCalendar() {}

  /** Rows of {@code calendar_entry} from a year before the last week to half a year after it. */
  public static List<Map<String, Object>> around(IsoWeek last) {
    DemoCalendar calendar = new DemoCalendar();
    LocalDate first = last.monday().minusYears(1);
    LocalDate end = last.monday().plusMonths(6);
    for (int year = first.getYear(); year <= end.getYear(); year++) {
      calendar.year(year);
    }
    for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
      calendar.day(day);
    }
    calendar.notes(last);
    calendar.rows.removeIf(row ->
        LocalDate.parse(String.valueOf(row.get("starts_at")).substring(0, 10)).isBefore(first)
            || LocalDate.parse(String.valueOf(row.get("starts_at")).substring(0, 10))
                .isAfter(end));
    return calendar.rows;
  }

  private void year(int year) {
    days("HOLIDAY", "Sportlov", new IsoWeek(year, 8).monday(), 7);
    days("HOLIDAY", "Påsklov", easter(year).minusDays(6), 9);
    days("HOLIDAY", "Höstlov", new IsoWeek(year, 44).monday(), 7);
    days("HOLIDAY", "Jullov", LocalDate.of(year, 12, 21), 19);
    days("HOLIDAY", "Sommarlov", LocalDate.of(year, 6, 12), 67);
    evening("RISK_DATE", "Valborg", LocalDate.of(year, Month.APRIL, 30), 17, 26);
    evening("RISK_DATE", "Skolavslutning", LocalDate.of(year, Month.JUNE, 11), 17, 26);
    evening("RISK_DATE", "Lucianatten", LocalDate.of(year, Month.DECEMBER, 12), 20, 28);
    evening("RISK_DATE", "Nyårsafton", LocalDate.of(year, Month.DECEMBER, 31), 18, 27);
    evening(
        "GATHERING",
        "Lindestadagen på Torget",
        next(LocalDate.of(year, 8, 20), DayOfWeek.SATURDAY),
        10,
        23);
    evening(
        "GATHERING",
        "Julmarknad på Torget",
        next(LocalDate.of(year, 12, 1), DayOfWeek.SATURDAY),
        11,
        17);
    evening(
        "GATHERING",
        "Höstmarknad på Torget",
        next(LocalDate.of(year, 9, 25), DayOfWeek.SATURDAY),
        9,
        16);
  }

  private void day(LocalDate day) {
    if (day.getDayOfMonth() == 25) {
      LocalDate paid = switch (day.getDayOfWeek()) {
        case SATURDAY -> day.minusDays(1);
        case SUNDAY -> day.minusDays(2);
        default -> day;
      };
      evening("RISK_DATE", "Lön", paid, 16, 27);
    }
    boolean season = day.getMonthValue() >= 9 || day.getMonthValue() <= 3;
    if (season
        && day.getDayOfWeek() == DayOfWeek.SATURDAY
        && new IsoWeek(day.getYear(), 1).until(IsoWeek.of(day)) % 2 == 0) {
      evening("GATHERING", "Hemmamatch i Ishallen", day, 15, 18);
    }
  }

  private void notes(IsoWeek last) {
    days(
        "ANNOTATION",
        "Buss 4 och 7 flyttades till busstationen",
        last.plus(-Stories.GROWS).monday(),
        1);
    days("ANNOTATION", "Ny belysning i Åtunneln", last.plus(-Stories.LIGHTS).monday(), 1);
    days(
        "ANNOTATION",
        "Ishallens parkering avstängd kvällstid",
        last.plus(-Stories.CLOSED).monday(),
        1);
    days(
        "ANNOTATION",
        "Trygghetsvärdarna i Åbrinken började rapportera",
        last.plus(-Stories.MORE_EYES).monday(),
        1);
  }

  private void days(String kind, String title, LocalDate first, int days) {
    put(kind, title, first, LocalTime.MIDNIGHT, first.plusDays(days), LocalTime.MIDNIGHT);
  }

  private void evening(String kind, String title, LocalDate day, int fromHour, int toHour) {
    put(
        kind,
        title,
        day,
        LocalTime.of(fromHour, 0),
        day.plusDays(toHour / 24),
        LocalTime.of(toHour % 24, 0));
  }

  private void put(
      String kind,
      String title,
      LocalDate from,
      LocalTime fromTime,
      LocalDate to,
      LocalTime toTime) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("entry_id", Ids.next());
    row.put("kind", kind);
    row.put("title", title);
    row.put(
        "starts_at",
        from.atTime(fromTime).atZone(IsoWeek.ZONE).toOffsetDateTime().toString());
    row.put("ends_at", to.atTime(toTime).atZone(IsoWeek.ZONE).toOffsetDateTime().toString());
    rows.add(row);
  }

  private static LocalDate next(LocalDate from, DayOfWeek day) {
    return from.with(java.time.temporal.TemporalAdjusters.nextOrSame(day));
  }

  /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = (a + 11 * d + 22 * e) / 451;
    int g = d + e - 7 * f + 114;
    return LocalDate.of(year, g / 31, g % 31 + 1);
  }
}
