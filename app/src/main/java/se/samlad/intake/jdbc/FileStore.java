package se.samlad.intake.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps a file in the database while it waits, a megabyte a row, so that any process can read it after any restart. */
@Repository
public class FileStore {

  private static final int PART = 1 << 20;

  private final JdbcClient db;

  FileStore(JdbcClient db) {
    this.db = db;
  }

  public void keep(UUID id, UUID owner, InputStream content) throws IOException {
    int part = 0;
    for (byte[] piece = content.readNBytes(PART);
        piece.length > 0;
        piece = content.readNBytes(PART)) {
      db.sql("""
              insert into samlad.import_file (municipality_id, import_id, part, owner_org, content)
              values (samlad.municipality(), :id, :part, :owner, :content)
              """)
          .param("id", id)
          .param("part", part++)
          .param("owner", owner)
          .param("content", piece)
          .update();
    }
  }

  /** Writes the file out; returns whether there was one. */
  public boolean copyTo(UUID id, Path target) {
    try (OutputStream out = Files.newOutputStream(target)) {
      int part = 0;
      while (copyPart(id, part, out)) {
        part++;
      }
      return part > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void drop(UUID id) {
    db.sql("delete from samlad.import_file where import_id = :id")
        .param("id", id)
        .update();
  }

  private boolean copyPart(UUID id, int part, OutputStream out) throws IOException {
    var piece = db.sql(
            "select content from samlad.import_file where import_id = :id and part = :part")
        .param("id", id)
        .param("part", part)
        .query(byte[].class)
        .optional();
    if (piece.isPresent()) {
      out.write(piece.get());
    }
    return piece.isPresent();
  }
}
