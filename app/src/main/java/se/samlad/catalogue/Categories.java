package se.samlad.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.jdbc.FormCategoryStore;

/** The categories of the acting municipality. A code is found in every version that had it, the newest first. */
@Service
@Transactional(readOnly = true)
public class Categories {

  private static final String COLUMNS = """
      select version, code, parent_code as parent, name_sv, name_en, icon, sort_order as "order", phone_tile as tile,
             coming, coarse_only, duplicate_meters, duplicate_hours, retired
        from samlad.category
      """;

  private final JdbcClient db;
  private final FormCategoryStore forms;

  Categories(JdbcClient db, FormCategoryStore forms) {
    this.db = db;
    this.forms = forms;
  }

  /** All categories of the newest version, groups before their own, in order. */
  public List<Category> current() {
    return db.sql(COLUMNS + """
             where version = (select max(version) from samlad.catalogue_version)
             order by sort_order, code
            """).query(Category.class).list();
  }

  /** The category as it stands in the newest version that has the code. */
  public Optional<Category> find(String code) {
    return db.sql(COLUMNS + """
             where code = :code
             order by version desc
             limit 1
            """).param("code", code).query(Category.class).optional();
  }

  /** The newest version with all that the form needs, retired ones too, in order. */
  public List<FormCategory> onForm() {
    return forms.of(forms.newestVersion());
  }
}
