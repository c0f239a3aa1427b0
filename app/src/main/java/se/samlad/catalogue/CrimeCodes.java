package se.samlad.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
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
