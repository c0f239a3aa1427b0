package se.samlad.situation.jdbc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.situation.BlockKind;
import se.samlad.situation.PictureTemplate;

/** The municipality's own template, as rows. */
@Component
public class TemplateStore {

  private final JdbcClient db;

  TemplateStore(JdbcClient db) {
    this.db = db;
  }

  public List<PictureTemplate.Row> rows() {
    return db.sql("""
            select kind, heading, section
              from samlad.picture_template
             where municipality_id = samlad.municipality()
             order by ordinal
            """)
        .query((row, n) -> new PictureTemplate.Row(
            BlockKind.valueOf(row.getString("kind")),
            row.getString("heading"),
            row.getString("section")))
        .list();
  }

  public void replace(List<PictureTemplate.Row> rows) {
    db.sql("delete from samlad.picture_template where municipality_id = samlad.municipality()")
        .update();
    for (int i = 0; i < rows.size(); i++) {
      db.sql("""
              insert into samlad.picture_template (municipality_id, kind, ordinal, heading, section)
              values (samlad.municipality(), :kind, :ordinal, :heading, :section)
              """)
          .param("kind", rows.get(i).kind().name())
          .param("ordinal", i + 1)
          .param("heading", rows.get(i).heading())
          .param("section", rows.get(i).section())
          .update();
    }
  }
}
