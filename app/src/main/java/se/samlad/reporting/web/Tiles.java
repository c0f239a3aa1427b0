package se.samlad.reporting.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;

/** The categories as the phone shows them: up to eight tiles first, each with what it may be more exactly, and all others under more. */
@Component
class Tiles {

  private final Categories categories;

  Tiles(Categories categories) {
    this.categories = categories;
  }

  /** A tile, and its finer kinds when it has some. */
  record Tile(Category category, List<Category> finer) {}

  /** What the form shows. */
  record Board(List<Tile> first, List<Tile> more) {}

  Board board() {
    List<Category> all = categories.current();
    List<Tile> first = all.stream()
        .filter(category -> category.tile() > 0)
        .sorted(Comparator.comparingInt(Category::tile))
        .map(category -> new Tile(category, finer(category, all)))
        .toList();
    List<Tile> more = all.stream()
        .filter(category -> category.tile() == 0 && category.parent() == null)
        .map(category -> new Tile(category, finer(category, all)))
        .toList();
    return new Board(first, more);
  }

  private static List<Category> finer(Category category, List<Category> all) {
    return all.stream()
        .filter(other -> category.code().equals(other.parent()) && other.tile() == 0)
        .toList();
  }
}
