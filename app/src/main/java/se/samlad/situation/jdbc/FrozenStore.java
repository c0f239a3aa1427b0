package se.samlad.situation.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.situation.PictureFigures;
import tools.jackson.databind.json.JsonMapper;

/** The figures of signed pictures, once for the group and once as leadership may see them. */
@Component
public class FrozenStore {

  private final JdbcClient db;
  private final JsonMapper json;

  FrozenStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** For whom a set of figures is kept. */
  public enum For {
    GROUP,
    LEADERSHIP
  }

  public void add(UUID picture, For whom, PictureFigures figures) {
    String written = json.writeValueAsString(figures);
    db.sql("""
            insert into samlad.situation_figures (municipality_id, picture_id, audience, known_at, method, figures, checksum)
            values (samlad.municipality(), :picture, :audience, :known, :method, cast(:figures as jsonb), :checksum)
            """)
        .param("picture", picture)
        .param("audience", name(whom))
        .param("known", Timestamp.from(figures.knownAt()))
        .param("method", figures.method())
        .param("figures", written)
        .param("checksum", checksum(written))
        .update();
  }

  /** The figures the actor may see, the fullest. */
  public Optional<PictureFigures> find(UUID picture) {
    return db.sql("""
            select figures::text
              from samlad.situation_figures
             where municipality_id = samlad.municipality() and picture_id = :picture
             order by audience
             limit 1
            """)
        .param("picture", picture)
        .query(String.class)
        .optional()
        .map(written -> json.readValue(written, PictureFigures.class));
  }

  private static String name(For whom) {
    return whom == For.GROUP ? "group" : "leadership";
  }

  private static String checksum(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
