package se.samlad.insight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.Certainty;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;

/**
 * A place with more incidents in four weeks than its own history lets expect, as one audience sees it (Swedish: hotspot).
 *
 * @param id the same when the week is computed again and the place is found again
 * @param rank 1 for the largest count; 0 when the newest run of its week no longer finds it
 * @param name nearest named place, else street, else area
 * @param figure incidents in the four weeks against the expected interval, with the answers of the units asked about the place
 * @param weeksOfLastFour in how many of the last four weeks it was a hotspot, this one counted
 * @param categories incidents by category group, largest first
 * @param peak when in the week it gathers; {@link Peak#none()} when no block of hours holds six in ten
 * @param organisations that reported from the place
 * @param organisationsAsked that reported, or were asked about the place
 * @param lon mean of the incidents' points, degrees east
 * @param wktSweref outline of its cells, SWEREF 99 TM
 * @param areaId the area most of its incidents lie in
 * @param week the last of the four weeks
 * @param basis what the word rests on
 */
public record Hotspot(
    UUID id,
    UUID run,
    int rank,
    String name,
    Figure figure,
    Certainty certainty,
    int weeksOfLastFour,
    List<Share> categories,
    Peak peak,
    int organisations,
    int organisationsAsked,
    double lon,
    double lat,
    String wktSweref,
    @Nullable UUID areaId,
    IsoWeek week,
    Basis basis) {

  /** Weeks counted together. */
  public static final int WEEKS = 4;

  public Hotspot {
    categories = List.copyOf(categories);
  }

  /** The first of the weeks counted. */
  public IsoWeek firstWeek() {
    return week.plus(1 - WEEKS);
  }

  /** How many are of a category group. */
  public record Share(String categoryGroup, int count) {}

  /** The smallest block of whole hours on adjacent days that holds at least six in ten of the incidents, by when they began. */
  public record Peak(Set<DayOfWeek> days, int fromHour, int toHour, int count) {

    public Peak {
      days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
    }

    public static Peak none() {
      return new Peak(Set.of(), 0, 24, 0);
    }

    @JsonIgnore
    public boolean isNone() {
      return days.isEmpty();
    }
  }

  /**
   * What "Hur räknas det?" tells.
   *
   * @param cells 250 m cells of the place
   * @param windows past four-week windows with data
   * @param mean incidents in a past window, on average
   * @param dispersion of this place, told from all cells of the municipality
   * @param stability share of draws that give the same word
   * @param draws how many
   * @param tested cells tested
   * @param seed of the draws
   */
  public record Basis(
      List<Cell> cells,
      int windows,
      double mean,
      double dispersion,
      double stability,
      int draws,
      int tested,
      long seed) {

    public Basis {
      cells = List.copyOf(cells);
    }
  }

  /** A cell of the grid by its column and row: easting and northing of its lower left corner divided by {@link #METERS}. */
  public record Cell(int column, int row) {

    public static final int METERS = 250;

    public static Cell of(double easting, double northing) {
      return new Cell((int) Math.floor(easting / METERS), (int) Math.floor(northing / METERS));
    }
  }
}
