package se.samlad.intake.police;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.CrimeRow;
import se.samlad.intake.CrimeRow.Precision;
import se.samlad.intake.Profile;
import se.samlad.intake.file.RawRow;

/** Reads the rows of one police file: what the cells say, whether it can be so, and a hash of it. */
public final class PoliceReader {

  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

  private final Profile profile;
  private final Layout layout;
  private final LocalDate today;
  private final String municipality;
  private final TextGuard guard;
  private final MessageDigest digest;

  /**
   * Reads the header.
   *
   * @param today nothing is recorded or happened later than this
   * @param municipality whose rows are taken; others are left out where the layout names one
   */
  public PoliceReader(
      Profile profile, RawRow header, LocalDate today, String municipality, TextGuard guard) {
    this.profile = profile;
    this.layout = Layout.of(profile, header);
    this.today = today;
    this.municipality = stem(municipality);
    this.guard = guard;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  public Reading read(RawRow raw) {
    Cells cells = new Cells(raw, layout, guard);
    if (layout.has(Column.MUNICIPALITY)) {
      String said = cells.text(Column.MUNICIPALITY, 60);
      if (said.isEmpty()) {
        cells.wrong(Column.MUNICIPALITY, "intake.row.noMunicipality");
      } else if (!same(stem(said), municipality)) {
        return new Reading.Elsewhere();
      }
    }
    Facts facts = switch (profile) {
      case POLICE_DELIVERY -> delivery(cells);
      case POLICE_A -> layoutA(cells);
      case POLICE_B -> layoutB(cells);
    };
    if (!cells.problems().isEmpty() || facts == null) {
      return new Reading.Wrong(cells.problems());
    }
    CrimeRow row = row(raw.number(), facts);
    boolean before = facts.recordedOn.isBefore(facts.from.atZone(IsoWeek.ZONE).toLocalDate());
    return new Reading.Good(row, before);
  }

  private record Facts(
      String id,
      String code,
      String label,
      int offences,
      LocalDate recordedOn,
      Instant from,
      Instant to,
      boolean dayOnly,
      String area,
      @Nullable Double lon,
      @Nullable Double lat,
      Precision precision,
      String street) {}

  private @Nullable Facts delivery(Cells cells) {
    String id = cells.plain(Column.ID);
    String code = cells.code();
    String label = cells.text(Column.LABEL, 300);
    LocalDate recorded = possible(cells, Column.RECORDED, cells.requiredDay(Column.RECORDED));
    LocalDate day = possible(cells, Column.DAY, cells.requiredDay(Column.DAY));
    String area = cells.text(Column.DESO, 80);
    int offences = cells.offences();
    if (code == null || recorded == null || day == null) {
      return null;
    }
    return new Facts(
        id,
        code,
        label,
        offences,
        recorded,
        midnight(day),
        midnight(day.plusDays(1)),
        true,
        area,
        null,
        null,
        Precision.AREA,
        "");
  }

  private @Nullable Facts layoutA(Cells cells) {
    String code = cells.code();
    LocalDate recorded = possible(cells, Column.RECORDED, cells.requiredDay(Column.RECORDED));
    LocalDate first = possible(cells, Column.FROM_DAY, cells.requiredDay(Column.FROM_DAY));
    LocalDate said = possible(cells, Column.TO_DAY, cells.day(Column.TO_DAY));
    Integer fromTime = cells.minutes(Column.FROM_TIME);
    Integer toTime = cells.minutes(Column.TO_TIME);
    String area = cells.text(Column.SMALL_AREA, 80);
    String street = cells.text(Column.STREET, 120);
    int offences = cells.offences();
    if (code == null || recorded == null || first == null) {
      return null;
    }
    boolean dayOnly = fromTime == null && toTime == null;
    Instant from = at(cells, Column.FROM_TIME, first, fromTime == null ? 0 : fromTime);
    Instant to = end(cells, first, said, fromTime, toTime);
    inOrder(cells, Column.TO_DAY, from, to);
    return new Facts(
        "",
        code,
        "",
        offences,
        recorded,
        from,
        to,
        dayOnly,
        area,
        null,
        null,
        Precision.AREA,
        street);
  }

  /** The end of an interval: its own day and time, or what follows from those that are given. */
  private Instant end(
      Cells cells,
      LocalDate first,
      @Nullable LocalDate said,
      @Nullable Integer fromTime,
      @Nullable Integer toTime) {
    LocalDate last = said == null ? first : said;
    if (toTime != null) {
      return at(cells, Column.TO_TIME, last, toTime);
    }
    return fromTime != null && said == null
        ? at(cells, Column.FROM_TIME, first, fromTime)
        : midnight(last.plusDays(1));
  }

  private @Nullable Facts layoutB(Cells cells) {
    String id = cells.plain(Column.ID);
    String code = cells.code();
    LocalDateTime start = cells.moment(Column.FROM);
    LocalDateTime stop = cells.moment(Column.TO);
    Double lat = cells.degrees(Column.LATITUDE, 55, 70);
    Double lon = cells.degrees(Column.LONGITUDE, 10, 25);
    String street = cells.text(Column.STREET, 120);
    String number = cells.text(Column.STREET_NUMBER, 20);
    if (start == null && cells.problems().isEmpty()) {
      cells.wrong(Column.FROM, "intake.row.empty");
    }
    if ((lat == null) != (lon == null) && cells.problems().isEmpty()) {
      cells.wrong(lat == null ? Column.LATITUDE : Column.LONGITUDE, "intake.row.halfPoint");
    }
    if (code == null || start == null) {
      return null;
    }
    possible(cells, Column.FROM, start.toLocalDate());
    possible(cells, Column.TO, stop == null ? null : stop.toLocalDate());
    Instant from = instant(cells, Column.FROM, start);
    Instant to = stop == null ? from : instant(cells, Column.TO, stop);
    inOrder(cells, Column.TO, from, to);
    return new Facts(
        id,
        code,
        "",
        1,
        start.toLocalDate(),
        from,
        to,
        false,
        "",
        lon,
        lat,
        precision(lon, street, number),
        (street + " " + number).strip());
  }

  /** A coordinate without a street stands for something larger. */
  private static Precision precision(@Nullable Double lon, String street, String number) {
    if (lon == null) {
      return Precision.AREA;
    }
    return street.isEmpty()
        ? Precision.CENTROID
        : number.isEmpty() ? Precision.STREET : Precision.ADDRESS;
  }

  private CrimeRow row(int number, Facts facts) {
    Double lon = facts.lon;
    Double lat = facts.lat;
    Sweref99.Point point = lon == null || lat == null ? null : Sweref99.TM.project(lon, lat);
    return new CrimeRow(
        number,
        facts.id.isEmpty() ? "" : "id:" + facts.id,
        hash(facts),
        facts.code,
        facts.label,
        facts.offences,
        facts.recordedOn,
        facts.from,
        facts.to,
        facts.dayOnly,
        facts.area,
        null,
        lon,
        lat,
        point == null ? null : point.easting(),
        point == null ? null : point.northing(),
        facts.precision,
        facts.street);
  }

  private String hash(Facts facts) {
    String said = String.join(
        "\u001f",
        List.of(
            facts.code,
            String.valueOf(facts.offences),
            facts.recordedOn.toString(),
            facts.from.toString(),
            facts.to.toString(),
            String.valueOf(facts.dayOnly),
            facts.area.toLowerCase(Locale.ROOT),
            String.valueOf(facts.lon),
            String.valueOf(facts.lat),
            facts.street.toLowerCase(Locale.ROOT)));
    return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  private @Nullable LocalDate possible(Cells cells, Column column, @Nullable LocalDate day) {
    if (day != null && day.isAfter(today)) {
      cells.unreadable(column, "intake.row.future", day.toString());
      return null;
    }
    if (day != null && day.isBefore(FIRST_DAY)) {
      cells.unreadable(column, "intake.row.past", day.toString());
      return null;
    }
    return day;
  }

  private static void inOrder(Cells cells, Column column, Instant from, Instant to) {
    // Old offences come late, but an interval of decades is a mistyped year.
    if (to.isBefore(from)) {
      cells.wrong(column, "intake.row.order");
    } else if (Duration.between(from, to).toDays() > 20 * 366) {
      cells.wrong(column, "intake.row.longInterval");
    }
  }

  private Instant at(Cells cells, Column column, LocalDate day, int minutes) {
    return instant(cells, column, day.atStartOfDay().plusMinutes(minutes));
  }

  /** Swedish time; the hour that summer time skips is refused, of the doubled one the first is meant. */
  private static Instant instant(Cells cells, Column column, LocalDateTime moment) {
    List<ZoneOffset> offsets = IsoWeek.ZONE.getRules().getValidOffsets(moment);
    if (offsets.isEmpty()) {
      cells.unreadable(column, "intake.row.skippedHour", moment.toString().replace('T', ' '));
      return moment.atZone(IsoWeek.ZONE).toInstant();
    }
    return moment.toInstant(offsets.getFirst());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(IsoWeek.ZONE).toInstant();
  }

  /** The name without the word for what it is: Örebro of "Örebro kommun". */
  private static String stem(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s+(kommun|stad)$", "");
  }

  /** Equal but for the s of the genitive: Norrköpings kommun is Norrköping. */
  private static boolean same(String one, String other) {
    return one.equals(other) || one.equals(other + "s") || other.equals(one + "s");
  }
}
