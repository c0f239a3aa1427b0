package se.samlad.situation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.disclosure.Figure;

/**
 * All a picture says in numbers, computed for the group's audience and kept as it is when the picture is signed. A count that is null is
 * hidden by the rule of small numbers.
 *
 * @param method how it was counted; a later way of counting has another name
 * @param knownAt what was known at this moment
 * @param audience key of the audience it was computed for
 * @param covered what it tells about, as in addresses
 * @param incidents in the covered period
 * @param before incidents in the period before, or null
 * @param lastYear incidents in the week 52 weeks earlier, or null
 */
public record PictureFigures(
    String method,
    Instant knownAt,
    String audience,
    String covered,
    Count incidents,
    @Nullable Integer before,
    @Nullable Integer lastYear,
    Spots hotspots,
    Hours hours,
    Answers answers,
    Actions actions,
    List<Coming> coming) {

  /** The way of counting now. */
  public static final String METHOD = "picture-1";

  public PictureFigures {
    coming = List.copyOf(coming);
  }

  /** Whether the covered period went on when this was counted. */
  public boolean ongoing() {
    return Period.parse(covered)
        .filter(period -> !period.last().isBefore(knownAt.atZone(IsoWeek.ZONE).toLocalDate()))
        .isPresent();
  }

  /**
   * A count with what it is read against.
   *
   * @param lower least expected, or null when the past is too thin
   */
  public record Count(
      @Nullable Integer value,
      @Nullable Integer lower,
      @Nullable Integer upper,
      @Nullable Double level,
      int sources,
      int answered,
      int asked) {

    public static Count of(Figure figure) {
      Optional<Figure.Expected> band = figure.expected();
      return new Count(
          figure.value(),
          band.map(Figure.Expected::lower).orElse(null),
          band.map(Figure.Expected::upper).orElse(null),
          band.map(Figure.Expected::level).orElse(null),
          figure.sources(),
          figure.answered(),
          figure.asked());
    }

    /** The count of a period that goes on: not to be read against whole ones. */
    public Count withoutExpected() {
      return new Count(value, null, null, null, sources, answered, asked);
    }

    public Figure.Word word() {
      if (value == null || lower == null || upper == null) {
        return Figure.Word.INSUFFICIENT;
      }
      return value > upper
          ? Figure.Word.MORE
          : value < lower ? Figure.Word.FEWER : Figure.Word.AS_EXPECTED;
    }

    /** Whether nothing came because nobody was heard: that is silence, not calm. */
    public boolean silent() {
      return asked > 0 && answered == 0 && value != null && value == 0;
    }
  }

  /**
   * The hotspots and how they moved since the week before.
   *
   * @param run the run they come from
   * @param state READY, INSUFFICIENT or NONE
   */
  public record Spots(UUID run, String state, List<Spot> list, int fresh, int stayed, int gone) {
    public Spots {
      list = List.copyOf(list);
    }

    public boolean ready() {
      return state.equals("READY");
    }
  }

  /**
   * A hotspot as the picture shows it.
   *
   * @param certainty CLEAR, LIKELY or UNCERTAIN
   * @param categories names of the largest category groups, largest first
   */
  public record Spot(
      UUID id,
      int rank,
      String name,
      Count count,
      String certainty,
      List<String> categories,
      Peak peak,
      String outline) {
    public Spot {
      categories = List.copyOf(categories);
    }
  }

  /** A block of hours on some days; without days when none stands out. */
  public record Peak(Set<DayOfWeek> days, int fromHour, int toHour, int count) {
    public Peak {
      days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
    }

    public static Peak none() {
      return new Peak(Set.of(), 0, 24, 0);
    }
  }

  /**
   * Weekday by hour.
   *
   * @param weeks the four weeks, as v. 44-47
   * @param counts Monday 00-01 first; empty where it is hidden
   * @param densest the block that holds most
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Hours(String firstWeek, String lastWeek, int[][] counts, Peak densest) {
    public Hours {
      counts = copy(counts);
    }

    @Override
    public int[][] counts() {
      return copy(counts);
    }

    public boolean hidden() {
      return counts.length == 0;
    }

    public int total() {
      return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    private static int[][] copy(int[][] table) {
      return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
    }
  }

  /** Which organisations answered, and which did not. */
  public record Answers(
      int answered,
      int asked,
      int nothing,
      List<String> silent,
      int answeredBefore,
      int askedBefore) {
    public Answers {
      silent = List.copyOf(silent);
    }
  }

  /** The group's measures: how many go on, how many are late, and those from the last meeting. */
  public record Actions(int ongoing, int late, List<Action> list) {
    public Actions {
      list = List.copyOf(list);
    }
  }

  /** A measure as the picture shows it. */
  public record Action(
      UUID id, String title, String owner, LocalDate doneBy, String status, boolean late) {}

  /** What comes: a day, a time of day where there is one, and what. */
  public record Coming(LocalDate day, String time, String what) {}
}
