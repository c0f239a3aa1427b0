package se.samlad.ground.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;

/** Where areas are entered: by name alone, or with their outline. */
@Service
public class AreaRegister {

  /** The layer areas are entered in when nothing else is said. */
  private static final String FIRST_LAYER = "omraden";

  private final JdbcClient db;
  private final Audit audit;

  AreaRegister(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** An area to enter; {@code wktSweref} is null when it is known by name only. */
  public record NewArea(String name, @Nullable String wktSweref) {}

  /** Enters areas in the main layer, which is made when there is none; a name that is there already gets the new outline. */
  @Transactional
  public List<UUID> enter(List<NewArea> areas, LocalDate vintage) {
    String layer = mainLayer(vintage);
    List<UUID> entered = new ArrayList<>();
    for (NewArea area : areas) {
      try {
        entered.add(db.sql("""
                insert into samlad.area (municipality_id, area_id, layer, code, name, wkt_sweref)
                values (:municipality, :id, :layer, :name, :name, :wkt)
                on conflict (municipality_id, layer, code) do update
                   set wkt_sweref = coalesce(excluded.wkt_sweref, area.wkt_sweref)
                returning area_id
                """)
            .param("municipality", municipality())
            .param("id", Ids.next())
            .param("layer", layer)
            .param("name", area.name())
            .param("wkt", area.wktSweref())
            .query(UUID.class)
            .single());
      } catch (DuplicateKeyException taken) {
        throw new InvalidInput("omraden", "geography.area.taken", area.name());
      }
    }
    audit.record("area.enter", "area_layer", layer, java.util.Map.of("areas", areas.size()));
    return entered;
  }

  /** Gives an area a name in a layer of its own, beside the main one, where its outline is not known; one that is there is answered. */
  @Transactional
  public UUID enterNamed(String layer, String layerName, String code, LocalDate vintage) {
    db.sql("""
            insert into samlad.area_layer (municipality_id, layer, name, main, vintage)
            values (:municipality, :layer, :name, false, :vintage)
            on conflict do nothing
            """)
        .param("municipality", municipality())
        .param("layer", layer)
        .param("name", layerName)
        .param("vintage", vintage)
        .update();
    db.sql("""
            insert into samlad.area (municipality_id, area_id, layer, code, name)
            values (:municipality, :id, :layer, :code, :code)
            on conflict do nothing
            """)
        .param("municipality", municipality())
        .param("id", Ids.next())
        .param("layer", layer)
        .param("code", code)
        .update();
    return db.sql("select area_id from samlad.area where layer = :layer and code = :code")
        .param("layer", layer)
        .param("code", code)
        .query(UUID.class)
        .single();
  }

  private String mainLayer(LocalDate vintage) {
    return db.sql(
            "select layer from samlad.area_layer where municipality_id = :municipality and main")
        .param("municipality", municipality())
        .query(String.class)
        .optional()
        .orElseGet(() -> {
          db.sql("""
                  insert into samlad.area_layer (municipality_id, layer, name, main, vintage)
                  values (:municipality, :layer, 'Områden', true, :vintage)
                  """)
              .param("municipality", municipality())
              .param("layer", FIRST_LAYER)
              .param("vintage", vintage)
              .update();
          return FIRST_LAYER;
        });
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }
}
