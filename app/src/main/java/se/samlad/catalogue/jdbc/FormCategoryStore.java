package se.samlad.catalogue.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.FollowUpQuestion;
import se.samlad.catalogue.FormCategory;
import se.samlad.ground.access.OrganisationKind;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the form offers and writes new versions. A version that stands is never changed. */
@Repository
public class FormCategoryStore {

  private final JdbcClient db;
  private final JsonMapper json;

  FormCategoryStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  public int newestVersion() {
    return db.sql("select coalesce(max(version), 0) from samlad.catalogue_version")
        .query(Integer.class)
        .single();
  }

  /** A version of the catalogue. */
  public record Version(int version, Instant validFrom, String note) {}

  /** The newest versions, newest first. */
  public List<Version> versions(int limit) {
    return db.sql("""
            select version, valid_from, note
              from samlad.catalogue_version
             order by version desc
             limit :limit
            """).param("limit", limit).query(Version.class).list();
  }

  public List<FormCategory> of(int version) {
    return db.sql("""
            select version, code, parent_code, name_sv, name_en, icon, sort_order, phone_tile, coming, coarse_only, duplicate_meters,
                   duplicate_hours, retired, first_for, hidden_for, advice_sv, advice_en, questions
              from samlad.category
             where version = :version
             order by sort_order, code
            """).param("version", version).query((row, n) -> read(row)).list();
  }

  /** Opens a version; false when another was first. */
  public boolean open(int version, Instant now, String note) {
    return db.sql("""
            insert into samlad.catalogue_version (municipality_id, version, valid_from, note, created_by)
            values (samlad.municipality(), :version, :now, :note, samlad.user_id())
            on conflict do nothing
            """)
            .param("version", version)
            .param("now", Timestamp.from(now))
            .param("note", note)
            .update()
        == 1;
  }

  /** Writes a category into a version. */
  public void add(int version, FormCategory offered) {
    Category category = offered.category();
    db.sql("""
            insert into samlad.category (municipality_id, version, code, parent_code, name_sv, name_en, icon, sort_order, phone_tile, coming,
                   coarse_only, duplicate_meters, duplicate_hours, retired, first_for, hidden_for, advice_sv, advice_en, questions)
            values (samlad.municipality(), :version, :code, :parent, :sv, :en, :icon, :order, :tile, :coming,
                    :coarse, :meters, :hours, :retired, :first, :hidden, :adviceSv, :adviceEn, cast(:questions as jsonb))
            """)
        .param("version", version)
        .param("code", category.code())
        .param("parent", category.parent())
        .param("sv", category.nameSv())
        .param("en", category.nameEn())
        .param("icon", category.icon())
        .param("order", category.order())
        .param("tile", category.tile())
        .param("coming", category.coming())
        .param("coarse", category.coarseOnly())
        .param("meters", category.duplicateMeters())
        .param("hours", category.duplicateHours())
        .param("retired", category.retired())
        .param("first", names(offered.firstFor()))
        .param("hidden", names(offered.hiddenFor()))
        .param("adviceSv", offered.adviceSv())
        .param("adviceEn", offered.adviceEn())
        .param("questions", json.writeValueAsString(offered.questions()))
        .update();
  }

  private FormCategory read(ResultSet row) throws SQLException {
    Category category = new Category(
        row.getInt("version"),
        row.getString("code"),
        row.getString("parent_code"),
        row.getString("name_sv"),
        row.getString("name_en"),
        row.getString("icon"),
        row.getInt("sort_order"),
        row.getInt("phone_tile"),
        row.getBoolean("coming"),
        row.getBoolean("coarse_only"),
        row.getInt("duplicate_meters"),
        row.getInt("duplicate_hours"),
        row.getBoolean("retired"));
    return new FormCategory(
        category,
        kinds(row.getArray("first_for")),
        kinds(row.getArray("hidden_for")),
        row.getString("advice_sv"),
        row.getString("advice_en"),
        List.of(json.readValue(row.getString("questions"), FollowUpQuestion[].class)));
  }

  private static String[] names(Set<OrganisationKind> kinds) {
    return kinds.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static Set<OrganisationKind> kinds(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(OrganisationKind::valueOf)
        .collect(Collectors.toSet());
  }
}
