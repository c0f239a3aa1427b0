package se.samlad.ground.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** The municipalities of this installation, and the one the actor stands in. */
@Component
public class Municipalities {

  private static final Logger LOG = LoggerFactory.getLogger(Municipalities.class);

  private final JdbcClient db;
  private final Tenancy tenancy;
  private final Audit audit;

  Municipalities(JdbcClient db, Tenancy tenancy, Audit audit) {
    this.db = db;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /** The actor's municipality. */
  @Transactional(readOnly = true)
  public Municipality get() {
    MunicipalityId id = CurrentActor.get().municipality();
    return db.sql("""
            select municipality_id, slug, name, demo
              from samlad.municipality
             where municipality_id = :id
            """)
        .param("id", id.value())
        .query((row, n) -> new Municipality(
            new MunicipalityId(row.getObject("municipality_id", java.util.UUID.class)),
            row.getString("slug"),
            row.getString("name"),
            row.getBoolean("demo")))
        .optional()
        .orElseThrow(() -> new NotFound("municipality " + id));
  }

  /** Every municipality's id, for jobs that take them one at a time. Needs no actor. */
  public List<MunicipalityId> ids() {
    return db
        .sql("select municipality_id from drift.municipality_slug order by slug")
        .query(java.util.UUID.class)
        .list()
        .stream()
        .map(MunicipalityId::new)
        .toList();
  }

  /** A job's round: the work for each municipality; one where it fails is logged by its id and does not stop the others. Needs no actor. */
  public void inEach(String job, Consumer<MunicipalityId> work) {
    for (MunicipalityId municipality : ids()) {
      try {
        work.accept(municipality);
      } catch (RuntimeException e) {
        LOG.warn("{} failed in municipality {}", job, municipality, e);
      }
    }
  }

  /** Every municipality, read one at a time as the system. Needs no actor. */
  public List<Municipality> list() {
    return ids().stream().map(id -> tenancy.readAs(Actor.system(id), this::get)).toList();
  }

  /** The municipality of an anonymous address. Needs no actor. */
  public Optional<MunicipalityId> find(String slug) {
    return db.sql("select municipality_id from drift.municipality_slug where slug = :slug")
        .param("slug", slug)
        .query(java.util.UUID.class)
        .optional()
        .map(MunicipalityId::new);
  }

  /** Founds a municipality; the caller then acts in it as {@link Actor#system}. */
  public Municipality found(String slug, String name, boolean demo) {
    return found(slug, name, demo, () -> {});
  }

  /** Founds a municipality with what belongs to it from the start, all or nothing; the work runs as the system. */
  public Municipality found(String slug, String name, boolean demo, Runnable furnish) {
    if (find(slug).isPresent()) {
      throw new Refused(Refused.Kind.CONFLICT, "access.municipality.taken", slug);
    }
    MunicipalityId id = new MunicipalityId(Ids.next());
    return tenancy.as(Actor.system(id), () -> {
      db.sql("""
              insert into samlad.municipality (municipality_id, slug, name, demo)
              values (:id, :slug, :name, :demo)
              """)
          .param("id", id.value())
          .param("slug", slug)
          .param("name", name)
          .param("demo", demo)
          .update();
      db.sql("insert into drift.municipality_slug (slug, municipality_id) values (:slug, :id)")
          .param("slug", slug)
          .param("id", id.value())
          .update();
      audit.record("municipality.found", "municipality", id, Map.of("demo", demo));
      furnish.run();
      return new Municipality(id, slug, name, demo);
    });
  }

  @Transactional
  public void rename(String name) {
    MunicipalityId id = CurrentActor.get().municipality();
    db.sql("update samlad.municipality set name = :name where municipality_id = :id")
        .param("name", name)
        .param("id", id.value())
        .update();
    audit.record("municipality.rename", "municipality", id);
  }
}
