package se.samlad.catalogue.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.web.WholeNumber;

/** {@code GET /api/v1/categories}: what a report's {@code category} may be, groups before their own. */
@RestController
@RequiresScope(Scope.CATEGORIES_READ)
@RequestMapping(path = "/api/v1/categories", produces = MediaType.APPLICATION_JSON_VALUE)
class CategoryApi {

  private static final int MOST = 200;
  private static final int FURTHEST = 1_000_000;

  private final Categories categories;

  CategoryApi(Categories categories) {
    this.categories = categories;
  }

  /**
   * A category.
   *
   * @param group code of its group, null for a group itself
   * @param coming whether its time may lie ahead
   * @param coarseOnly whether others see area and week only
   * @param retired whether it is no longer offered; its code is still accepted
   */
  record Item(
      String code,
      @Nullable String group,
      Map<String, String> name,
      String icon,
      int catalogueVersion,
      boolean coming,
      boolean coarseOnly,
      boolean retired) {}

  record Items(List<Item> items, @Nullable String next) {}

  @GetMapping
  Items list(
      @RequestParam(name = "limit", defaultValue = "200") String limit,
      @RequestParam(name = "after", defaultValue = "0") String after) {
    int most = WholeNumber.within("limit", limit, 1, MOST);
    int from = WholeNumber.within("after", after, 0, FURTHEST);
    List<Category> all = categories.current();
    return new Items(
        all.stream().skip(from).limit(most).map(CategoryApi::item).toList(),
        from + most < all.size()
            ? "/api/v1/categories?limit=" + most + "&after=" + (from + most)
            : null);
  }

  private static Item item(Category category) {
    return new Item(
        category.code(),
        category.parent(),
        Map.of("sv", category.nameSv(), "en", category.nameEn()),
        category.icon(),
        category.version(),
        category.coming(),
        category.coarseOnly(),
        category.retired());
  }
}
