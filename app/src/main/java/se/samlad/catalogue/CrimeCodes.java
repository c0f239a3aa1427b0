package se.samlad.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The crime codes of the acting municipality (Swedish: brottskoder): what each is called. */
@Service
public class CrimeCodes {

  private final JdbcClient db;

  CrimeCodes(JdbcClient db) {
    this.db = db;
  }

  /** Code to words, in order of code. */
  @Transactional(readOnly = true)
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    db.sql("select code, label from samlad.crime_code order by code").query(row -> {
      labels.put(row.getString(1), row.getString(2));
    });
    return labels;
  }

  /** Code to the code of its category, for those that have one. */
  @Transactional(readOnly = true)
  public Map<String, String> categories() {
    Map<String, String> categories = new LinkedHashMap<>();
    db.sql("select code, category_code from samlad.crime_code where category_code is not null")
        .query(row -> {
          categories.put(row.getString(1), row.getString(2));
        });
    return categories;
  }

  /** Says which category a code belongs to; null takes it away again. A code that is not there is entered. */
  @Transactional
  public void categorise(String code, String label, @Nullable String category) {
    enter(code, label);
    db.sql("update samlad.crime_code set category_code = :category where code = :code")
        .param("category", category)
        .param("code", code)
        .update();
  }

  /** Enters a code that is not there, without a category; one that is there keeps its words. */
  @Transactional
  public void enter(String code, String label) {
    db.sql("""
            insert into samlad.crime_code (municipality_id, code, label)
            values (samlad.municipality(), :code, :label)
            on conflict do nothing
            """).param("code", code).param("label", label).update();
  }
}
