package se.samlad.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The shape each category has on maps and in lists: the first five groups of the catalogue have one each, kat1 to kat5, and all others
 * share kat6, so that no more than six are on the screen and one group always looks the same.
 */
@Component
public class CategorySymbols {

  public static final String OTHERS = "kat6";
  private static final int OWN = 5;

  private final Categories categories;

  CategorySymbols(Categories categories) {
    this.categories = categories;
  }

  /** Symbols by code of group. */
  public Map<String, String> byGroup() {
    List<String> groups = new ArrayList<>();
    for (Category category : categories.current()) {
      if (category.parent() == null) {
        groups.add(category.code());
      }
    }
    Map<String, String> symbols = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      symbols.put(groups.get(i), i < OWN ? "kat" + (i + 1) : OTHERS);
    }
    return symbols;
  }
}
