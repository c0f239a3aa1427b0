package se.samlad.insight.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;

/** What the catalogue calls its codes. */
@Component
class CategoryNames {

  private final Categories categories;

  CategoryNames(Categories categories) {
    this.categories = categories;
  }

  Map<String, String> of(Locale locale) {
    return categories.current().stream()
        .collect(Collectors.toMap(Category::code, category -> category.name(locale.getLanguage())));
  }
}
