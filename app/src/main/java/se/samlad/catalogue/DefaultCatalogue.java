package se.samlad.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.CurrentActor;

/** The list a new municipality starts with: categories in two levels, types of measures, crime codes. All of it may be changed afterwards. */
@Service
public class DefaultCatalogue {

  private final JdbcClient db;
  private final Clock clock;

  DefaultCatalogue(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Gives the acting municipality version 1 of the catalogue; does nothing when it has one. */
  @Transactional
  public void install() {
    var municipality = CurrentActor.get().municipality().value();
    int made = db.sql("""
            insert into samlad.catalogue_version (municipality_id, version, valid_from, note)
            values (:municipality, 1, :now, 'Grundlistan')
            on conflict do nothing
            """)
        .param("municipality", municipality)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    if (made == 0) {
      return;
    }
    int order = 0;
    for (NamedCsvRecord row : rows("default-categories.csv")) {
      order += 10;
      db.sql("""
              insert into samlad.category (municipality_id, version, code, parent_code, name_sv, name_en, icon, sort_order, phone_tile,
                                           coming, coarse_only, duplicate_meters, duplicate_hours)
              values (:municipality, 1, :code, nullif(:parent, ''), :sv, :en, :icon, :order, :tile, :coming, :coarse, :meters, :hours)
              """)
          .param("municipality", municipality)
          .param("code", row.getField("code"))
          .param("parent", row.getField("parent"))
          .param("sv", row.getField("sv"))
          .param("en", row.getField("en"))
          .param("icon", row.getField("icon"))
          .param("order", order)
          .param("tile", Integer.parseInt(row.getField("tile")))
          .param("coming", row.getField("coming").equals("1"))
          .param("coarse", row.getField("coarse").equals("1"))
          .param("meters", Integer.parseInt(row.getField("meters")))
          .param("hours", Integer.parseInt(row.getField("hours")))
          .update();
    }
    order = 0;
    for (NamedCsvRecord row : rows("default-measure-types.csv")) {
      order += 10;
      db.sql("""
              insert into samlad.measure_type (municipality_id, code, kind, name_sv, name_en, effect, sort_order)
              values (:municipality, :code, :kind, :sv, :en, :effect, :order)
              """)
          .param("municipality", municipality)
          .param("code", row.getField("code"))
          .param("kind", row.getField("kind"))
          .param("sv", row.getField("sv"))
          .param("en", row.getField("en"))
          .param("effect", row.getField("effect"))
          .param("order", order)
          .update();
    }
    for (NamedCsvRecord row : rows("default-crime-codes.csv")) {
      db.sql("""
              insert into samlad.crime_code (municipality_id, code, label, category_code)
              values (:municipality, :code, :label, :category)
              """)
          .param("municipality", municipality)
          .param("code", row.getField("code"))
          .param("label", row.getField("label"))
          .param("category", row.getField("category"))
          .update();
    }
  }

  private static List<NamedCsvRecord> rows(String resource) {
    var stream = Objects.requireNonNull(
        DefaultCatalogue.class.getResourceAsStream("/catalogue/" + resource),
        resource + " is part of the jar");
    try (var reader = CsvReader.builder()
        .fieldSeparator(';')
        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
