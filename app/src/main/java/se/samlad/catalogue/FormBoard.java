package se.samlad.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samlad.ground.access.OrganisationKind;

/**
 * The categories as a phone shows them (Swedish: brickor): eight tiles first, each with what it may be more exactly, and all others under
 * more. What the member reports most stands first, then what is meant for organisations like hers, then the municipality's own order.
 */
public record FormBoard(List<Tile> first, List<Tile> more) {

  /** How many tiles stand before "more". */
  public static final int FIRST = 8;

  public FormBoard {
    first = List.copyOf(first);
    more = List.copyOf(more);
  }

  /** A tile, and its finer kinds when it has some. */
  public record Tile(FormCategory offered, List<FormCategory> finer) {

    public Tile {
      finer = List.copyOf(finer);
    }

    public Category category() {
      return offered.category();
    }

    /** Whether anything opens under the tile when it is chosen. */
    public boolean opens() {
      return !finer.isEmpty()
          || !offered.questions().isEmpty()
          || !offered.adviceSv().isEmpty();
    }
  }

  /**
   * The board of a phone.
   *
   * @param all the categories of a version, in order
   * @param used how often the member has reported each, by code
   * @param kinds of organisations the member belongs to
   * @param also a code that is on the board whatever the catalogue says now, or empty
   */
  public static FormBoard of(
      List<FormCategory> all, Map<String, Integer> used, Set<OrganisationKind> kinds, String also) {
    List<FormCategory> offered = all.stream()
        .filter(category -> category.offeredTo(kinds) || category.code().equals(also))
        .toList();
    List<Tile> tiles = offered.stream()
        .filter(category -> isTile(category.category()))
        .map(category -> new Tile(category, finer(category.category(), offered)))
        .sorted(order(used, kinds))
        .toList();
    List<Tile> first = tiles.stream()
        .filter(tile -> uses(tile, used) > 0
            || tile.offered().firstFor(kinds)
            || tile.category().tile() > 0)
        .limit(FIRST)
        .toList();
    return new FormBoard(
        first, tiles.stream().filter(tile -> !first.contains(tile)).toList());
  }

  /** A group of its own, or a finer kind that the municipality has given a place on the first screen. */
  private static boolean isTile(Category category) {
    return category.parent() == null || category.tile() > 0;
  }

  private static Comparator<Tile> order(Map<String, Integer> used, Set<OrganisationKind> kinds) {
    return Comparator.<Tile>comparingInt(tile -> -uses(tile, used))
        .thenComparing(tile -> !tile.offered().firstFor(kinds))
        .thenComparing(tile -> tile.category().tile() == 0)
        .thenComparingInt(tile -> tile.category().tile())
        .thenComparingInt(tile -> tile.category().order());
  }

  private static int uses(Tile tile, Map<String, Integer> used) {
    int finer = tile.finer().stream()
        .mapToInt(offered -> used.getOrDefault(offered.code(), 0))
        .sum();
    return used.getOrDefault(tile.category().code(), 0) + finer;
  }

  private static List<FormCategory> finer(Category category, List<FormCategory> all) {
    return all.stream()
        .filter(other -> category.code().equals(other.category().parent()))
        .filter(other -> other.category().tile() == 0)
        .toList();
  }
}
