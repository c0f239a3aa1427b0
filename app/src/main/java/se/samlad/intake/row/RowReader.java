package se.samlad.intake.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Drafts.Kind;
import se.samlad.intake.Field;
import se.samlad.intake.FileRow;
import se.samlad.intake.FileRow.Precision;
import se.samlad.intake.Grid;
import se.samlad.intake.Mapping;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.file.RawRow;

/** Reads the rows of one file by its mapping: what the cells say, whether it can be so, and a hash of it. */
public final class RowReader {

  private final Mapping mapping;
  private final Layout layout;
  private final Times times;
  private final String municipality;
  private final TextGuard guard;
  private final MessageDigest digest;

  /**
   * Reads the header.
   *
   * @param header the first row; where the file has none, the row that {@link #numbered} makes
   * @param today nothing is recorded or happened later than this
   * @param municipality whose rows are taken; others are left out where the file names one
   */
  public RowReader(
      Mapping mapping, RawRow header, LocalDate today, String municipality, TextGuard guard) {
    this.mapping = mapping;
    this.layout = Layout.of(mapping, header);
    this.times = new Times(layout, today);
    this.municipality = stem(municipality);
    this.guard = guard;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  /** A header for a file without one: the columns are called 1, 2, 3. */
  public static RawRow numbered(RawRow first) {
    List<String> names = new ArrayList<>();
    for (int at = 1; at <= first.cells().size(); at++) {
      names.add(String.valueOf(at));
    }
    return new RawRow(0, names);
  }

  public Reading read(RawRow raw) {
    Cells cells = new Cells(raw, layout, guard);
    if (layout.has(Field.MUNICIPALITY)) {
      String said = cells.text(Field.MUNICIPALITY, 60);
      if (said.isEmpty()) {
        cells.wrong(Field.MUNICIPALITY, "intake.row.noMunicipality");
      } else if (!same(stem(said), municipality)) {
        return new Reading.Elsewhere();
      }
    }
    String id = layout.has(Field.ID) ? cells.plain(Field.ID) : "";
    String code = mapping.target() == Target.CRIMES ? cells.code() : category(cells);
    if (code != null && code.isEmpty()) {
      return new Reading.LeftOut();
    }
    Facts facts = facts(cells, id, code);
    if (!cells.problems().isEmpty() || facts == null) {
      return new Reading.Wrong(cells.problems());
    }
    FileRow row = row(raw.number(), facts);
    boolean before =
        facts.recordedOn.isBefore(facts.time.from().atZone(IsoWeek.ZONE).toLocalDate());
    return new Reading.Good(row, before);
  }

  /** What a row calls its kind of event, with the guard before it: its crime code, or the words by which {@link Mapping#categories} is asked. */
  public Optional<Kind> kind(RawRow raw) {
    Cells cells = new Cells(raw, layout, guard);
    String word =
        mapping.target() == Target.CRIMES ? cells.code() : cells.text(Field.CATEGORY, LONGEST_KIND);
    return word == null || word.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kind(word, 1, cells.text(Field.LABEL, 300)));
  }

  private static final int LONGEST_KIND = 120;

  private record Facts(
      String id,
      String code,
      String label,
      int offences,
      LocalDate recordedOn,
      Times.Span time,
      String area,
      @Nullable Double lon,
      @Nullable Double lat,
      Precision precision,
      String street,
      String text) {}

  /** The category's code, empty for kinds that are left out. */
  private @Nullable String category(Cells cells) {
    String said = cells.text(Field.CATEGORY, LONGEST_KIND);
    String code = mapping.categories().get(Mapping.word(said));
    if (code == null) {
      if (said.isEmpty()) {
        cells.wrong(Field.CATEGORY, "intake.row.empty");
      } else {
        cells.unreadable(Field.CATEGORY, "intake.row.category", said);
      }
    }
    return code;
  }

  private @Nullable Facts facts(Cells cells, String id, @Nullable String code) {
    String label = cells.text(Field.LABEL, 300);
    LocalDate recorded = layout.has(Field.RECORDED) ? times.recorded(cells) : null;
    Sweref99.Geographic point = point(cells);
    Times.Span time = times.span(cells);
    int offences = layout.has(Field.OFFENCES) ? cells.offences() : 1;
    String area = cells.text(Field.AREA, 80);
    String street = cells.text(Field.STREET, 120);
    String number = cells.text(Field.STREET_NUMBER, 20);
    String text = mapping.target() == Target.REPORTS ? cells.text(Field.TEXT, 2000) : "";
    if (code == null || time == null || layout.has(Field.RECORDED) && recorded == null) {
      return null;
    }
    Double lon = point == null ? null : Double.valueOf(point.lon());
    return new Facts(
        id,
        code,
        label,
        offences,
        recorded == null ? time.from().atZone(IsoWeek.ZONE).toLocalDate() : recorded,
        time,
        area,
        lon,
        point == null ? null : Double.valueOf(point.lat()),
        precision(lon, street, number),
        (street + " " + number).strip(),
        text);
  }

  private Sweref99.@Nullable Geographic point(Cells cells) {
    Grid grid = mapping.grid();
    Double north = grid.metres()
        ? cells.metres(Field.NORTH, Grid.LEAST_NORTHING, Grid.MOST_NORTHING)
        : cells.degrees(Field.NORTH, 55, 70);
    Double east = grid.metres()
        ? cells.metres(Field.EAST, grid.leastEasting(), grid.mostEasting())
        : cells.degrees(Field.EAST, 10, 25);
    if ((north == null) != (east == null) && cells.problems().isEmpty()) {
      cells.wrong(north == null ? Field.NORTH : Field.EAST, "intake.row.halfPoint");
    }
    return north == null || east == null ? null : grid.geographic(north, east);
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

  private FileRow row(int number, Facts facts) {
    Double lon = facts.lon;
    Double lat = facts.lat;
    Sweref99.Point point = lon == null || lat == null ? null : Sweref99.TM.project(lon, lat);
    return new FileRow(
        number,
        facts.id.isEmpty() ? "" : "id:" + facts.id,
        hash(facts),
        facts.code,
        facts.label,
        facts.offences,
        facts.recordedOn,
        facts.time.from(),
        facts.time.to(),
        facts.time.dayOnly(),
        facts.area,
        null,
        lon,
        lat,
        point == null ? null : point.easting(),
        point == null ? null : point.northing(),
        facts.precision,
        facts.street,
        facts.text);
  }

  private String hash(Facts facts) {
    String said = String.join(
        "\u001f",
        List.of(
            facts.code,
            String.valueOf(facts.offences),
            facts.recordedOn.toString(),
            facts.time.from().toString(),
            facts.time.to().toString(),
            String.valueOf(facts.time.dayOnly()),
            facts.area.toLowerCase(Locale.ROOT),
            String.valueOf(facts.lon),
            String.valueOf(facts.lat),
            facts.street.toLowerCase(Locale.ROOT)));
    said = facts.text.isEmpty() ? said : said + "\u001f" + facts.text;
    return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)), 0, 16);
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
