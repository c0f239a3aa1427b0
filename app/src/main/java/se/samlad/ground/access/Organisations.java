package se.samlad.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;

/** The organisations of the actor's municipality. */
@Component
public class Organisations {

  private final JdbcClient db;
  private final Audit audit;

  Organisations(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** All that take part now, in the municipality's own order. */
  @Transactional(readOnly = true)
  public List<Organisation> list() {
    return all().stream().filter(Organisation::active).toList();
  }

  /** Those that have left as well. */
  @Transactional(readOnly = true)
  public List<Organisation> all() {
    return db.sql("""
            select organisation_id, name, kind, sort_order, active
              from samlad.organisation
             where municipality_id = :municipality
             order by sort_order, name
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .query(Organisations::organisation)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Organisation> find(UUID id) {
    return db.sql("""
            select organisation_id, name, kind, sort_order, active
              from samlad.organisation
             where municipality_id = :municipality
               and organisation_id = :id
            """)
        .param("municipality", CurrentActor.get().municipality().value())
        .param("id", id)
        .query(Organisations::organisation)
        .optional();
  }

  @Transactional(readOnly = true)
  public Organisation get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("organisation " + id));
  }

  @Transactional
  public Organisation add(String name, OrganisationKind kind) {
    Organisation organisation = new Organisation(Ids.next(), name, kind, all().size(), true);
    try {
      db.sql("""
              insert into samlad.organisation (municipality_id, organisation_id, name, kind, sort_order)
              values (:municipality, :id, :name, :kind, :sortOrder)
              """)
          .param("municipality", CurrentActor.get().municipality().value())
          .param("id", organisation.id())
          .param("name", name)
          .param("kind", kind.name())
          .param("sortOrder", organisation.sortOrder())
          .update();
    } catch (DuplicateKeyException e) {
      throw new InvalidInput("name", "access.problem.nameTaken", name);
    }
    audit.record(
        "organisation.add", "organisation", organisation.id(), Map.of("kind", kind.name()));
    return organisation;
  }

  /** Changes name, kind and whether it takes part; when it leaves, its members' rights within it end at once. */
  @Transactional
  public void change(UUID id, String name, OrganisationKind kind, boolean active) {
    get(id);
    try {
      db.sql("""
              update samlad.organisation
                 set name = :name, kind = :kind, active = :active
               where municipality_id = :municipality
                 and organisation_id = :id
              """)
          .param("municipality", CurrentActor.get().municipality().value())
          .param("id", id)
          .param("name", name)
          .param("kind", kind.name())
          .param("active", active)
          .update();
    } catch (DuplicateKeyException e) {
      throw new InvalidInput("name", "access.problem.nameTaken", name);
    }
    audit.record(
        "organisation.change", "organisation", id, Map.of("kind", kind.name(), "active", active));
  }

  private static Organisation organisation(ResultSet row, int n) throws SQLException {
    return new Organisation(
        row.getObject("organisation_id", UUID.class),
        row.getString("name"),
        OrganisationKind.valueOf(row.getString("kind")),
        row.getInt("sort_order"),
        row.getBoolean("active"));
  }
}
