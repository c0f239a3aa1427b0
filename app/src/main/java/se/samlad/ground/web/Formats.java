package se.samlad.ground.web;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * Dates, times and numbers as Swedish authorities write them: 13 december 2026, in tables 2026-12-13, kl. 9.00–15.30, v. 48, thin spaces
 * in thousands, a real minus, an en dash in intervals. The English pages keep 24 hours and ISO weeks. Templates reach it as
 * {@code #samlad}; other code makes one for its locale.
 */
public final class Formats {

  /** Every time is shown in this zone. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private static final char THIN_SPACE = '\u202f';
  private static final char MINUS = '\u2212';
  private static final char EN_DASH = '\u2013';

  private final Locale locale;
  private final boolean swedish;

  private Formats(Locale locale) {
    this.locale = locale;
    this.swedish = locale.getLanguage().equals("sv");
  }

  public static Formats in(Locale locale) {
    return new Formats(locale);
  }

  /** 13 december 2026. */
  public String date(LocalDate date) {
    return written("d MMMM yyyy", date);
  }

  public String date(Instant at) {
    return date(local(at).toLocalDate());
  }

  /** 13 dec, where the year is plain from what stands around it. */
  public String shortDate(LocalDate date) {
    return written("d MMM", date).replace(".", "");
  }

  /** måndag 23 november 2026. */
  public String longDate(LocalDate date) {
    return written("EEEE d MMMM yyyy", date);
  }

  /** 2026-12-13, for tables. */
  public String tableDate(LocalDate date) {
    return date.toString();
  }

  public String tableDate(Instant at) {
    return tableDate(local(at).toLocalDate());
  }

  /** mån, tis: the weekday, short. */
  public String weekday(LocalDate date) {
    return written("EEE", date).replace(".", "");
  }

  /** kl. 9.00; at 9:00 in English. */
  public String time(LocalTime time) {
    return (swedish ? "kl. " : "at ") + clock(time);
  }

  public String time(Instant at) {
    return time(local(at).toLocalTime());
  }

  /** 09.00, for tables. */
  public String tableTime(LocalTime time) {
    return DateTimeFormatter.ofPattern(swedish ? "HH.mm" : "HH:mm", locale).format(time);
  }

  public String tableTime(Instant at) {
    return tableTime(local(at).toLocalTime());
  }

  /** kl. 9.00–15.30. */
  public String times(LocalTime from, LocalTime to) {
    return time(from) + EN_DASH + clock(to);
  }

  /** 13 december 2026 kl. 9.00. */
  public String moment(Instant at) {
    return date(at) + " " + time(at);
  }

  /** 2026-12-13 09.00, for tables. */
  public String tableMoment(Instant at) {
    return tableDate(at) + " " + tableTime(at);
  }

  /** 16–22 november 2026; with both months, or both years, where they differ. */
  public String dates(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return date(from);
    }
    if (from.getYear() != to.getYear()) {
      return date(from) + EN_DASH + date(to);
    }
    String start = from.getMonth() == to.getMonth()
        ? String.valueOf(from.getDayOfMonth())
        : written("d MMMM", from);
    return start + EN_DASH + date(to);
  }

  /** v. 48. */
  public String week(int week) {
    return (swedish ? "v. " : "week ") + week;
  }

  /** The ISO week a day lies in, v. 48. */
  public String week(LocalDate date) {
    return week(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** 12 500 with a thin space; −3 with a real minus. */
  public String number(long number) {
    return decimal(number, 0);
  }

  /** 12,5 with as many decimals as asked for. */
  public String decimal(double number, int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setDecimalSeparator(swedish ? ',' : '.');
    symbols.setGroupingSeparator(THIN_SPACE);
    symbols.setMinusSign(MINUS);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String written = format.format(number);
    return written.equals(MINUS + format.format(0)) ? format.format(0) : written;
  }

  /** +13, −5, 0: a change. */
  public String signed(long change) {
    return (change > 0 ? "+" : "") + number(change);
  }

  /** 21–45: an interval; one number when both ends are the same. */
  public String range(long low, long high) {
    return low == high ? number(low) : number(low) + EN_DASH + number(high);
  }

  /** 81 % of a share 0.81. */
  public String percent(double share) {
    return decimal(share * 100, 0) + (swedish ? "\u00a0%" : "%");
  }

  private String clock(LocalTime time) {
    return DateTimeFormatter.ofPattern(swedish ? "H.mm" : "H:mm", locale).format(time);
  }

  private String written(String pattern, LocalDate date) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }

  private static ZonedDateTime local(Instant at) {
    return at.atZone(ZONE);
  }
}
