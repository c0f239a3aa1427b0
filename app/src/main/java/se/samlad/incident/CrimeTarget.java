package se.samlad.incident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;
import se.samlad.intake.FileRow;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.RowTarget;

/** Takes rows of police files as crime records (Swedish: anmälda brott): a batch is one statement, whatever its size. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CrimeTarget implements RowTarget {

  private final JdbcClient db;

  CrimeTarget(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Target target() {
    return Target.CRIMES;
  }

  @Override
  public Taken check(Delivery delivery, List<FileRow> batch) {
    return taken(delivery, batch);
  }

  @Override
  public Taken accept(Delivery delivery, List<FileRow> batch) {
    Taken before = taken(delivery, batch);
    insert(delivery, batch);
    return before;
  }

  @Override
  public void grown() {
    db.sql("select samlad.know_crime_records()").query(row -> {});
  }

  @Override
  public Optional<LocalDate> heldUntil(Delivery delivery) {
    return db.sql("""
            select max(week) from samlad.crime_record
             where profile = :profile and import_id is distinct from :import and undone_at is null
            """)
        .param("profile", delivery.profile())
        .param("import", delivery.importId())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  @Override
  public int held(Delivery delivery, LocalDate first, LocalDate last) {
    return db.sql("""
            select count(*) from samlad.crime_record
             where profile = :profile and recorded_on between :first and :last and undone_at is null
            """)
        .param("profile", delivery.profile())
        .param("first", first)
        .param("last", last)
        .query(Integer.class)
        .single();
  }

  @Override
  public int undo(UUID importId) {
    return db.sql("delete from samlad.crime_record where import_id = :import")
        .param("import", importId)
        .update();
  }

  private record Stored(
      String rowKey, String contentHash, @Nullable UUID importId) {}

  private Taken taken(Delivery delivery, List<FileRow> batch) {
    Map<String, Stored> stored = db
        .sql("""
            select row_key, content_hash, import_id
              from samlad.crime_record
             where profile = :profile and row_key = any (:keys)
            """)
        .param("profile", delivery.profile())
        .param("keys", texts(batch, FileRow::key))
        .query(Stored.class)
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Stored::rowKey, Function.identity()));
    int accepted = 0;
    long offences = 0;
    int already = 0;
    int changed = 0;
    Map<LocalDate, Integer> weeks = new HashMap<>();
    for (FileRow row : batch) {
      Stored before = stored.get(row.key());
      if (before == null || delivery.importId().equals(before.importId())) {
        accepted++;
        offences += row.offences();
        weeks.merge(IsoWeek.of(row.from()).monday(), 1, Integer::sum);
      } else {
        already++;
        changed += before.contentHash().equals(row.contentHash()) ? 0 : 1;
      }
    }
    return new Taken(accepted, offences, already, changed, weeks);
  }

  private static final String INSERT = """
      with row as (
        select cast(u.record_id as uuid) as record_id, u.row_key, u.content_hash, u.crime_code, cast(u.offences as int) as offences,
               cast(u.area_id as uuid) as area_id, u.area_code, cast(u.week as date) as week, cast(u.recorded_on as date) as recorded_on,
               cast(u.from_at as timestamptz) as from_at, cast(u.to_at as timestamptz) as to_at, u.day_only = 'true' as day_only,
               cast(u.lon as double precision) as lon, cast(u.lat as double precision) as lat,
               cast(u.easting as double precision) as easting, cast(u.northing as double precision) as northing, u.precision_class, u.street
          from unnest(:records, :keys, :hashes, :codes, :offences, :areas, :areaCodes, :weeks, :recorded, :from, :to, :dayOnly,
                      :lon, :lat, :easting, :northing, :precision, :streets)
            as u (record_id, row_key, content_hash, crime_code, offences, area_id, area_code, week, recorded_on, from_at, to_at, day_only,
                  lon, lat, easting, northing, precision_class, street)
      ), added as (
        insert into samlad.crime_record (municipality_id, record_id, owner_org, profile, row_key, content_hash, import_id, sharing_class,
               crime_code, offences, area_id, area_code, week, recorded_on)
        select samlad.municipality(), record_id, :owner, :profile, row_key, content_hash, :import, :class,
               crime_code, offences, area_id, area_code, week, recorded_on
          from row
        on conflict (municipality_id, profile, row_key) do nothing
        returning record_id
      )
      insert into samlad.crime_detail (municipality_id, record_id, owner_org, sharing_class, area_id, from_at, to_at, day_only, lon, lat,
             easting, northing, precision_class, street)
      select samlad.municipality(), record_id, :owner, :class, area_id, from_at, to_at, day_only, lon, lat,
             easting, northing, precision_class, street
        from row
        join added using (record_id)
      """;

  private void insert(Delivery delivery, List<FileRow> batch) {
    db.sql(INSERT)
        .param("import", delivery.importId())
        .param("owner", delivery.owner())
        .param("profile", delivery.profile())
        .param("class", delivery.sharingClass())
        .param("records", texts(batch, row -> Ids.next()))
        .param("keys", texts(batch, FileRow::key))
        .param("hashes", texts(batch, FileRow::contentHash))
        .param("codes", texts(batch, FileRow::code))
        .param("offences", texts(batch, FileRow::offences))
        .param("areas", texts(batch, FileRow::areaId))
        .param("areaCodes", texts(batch, FileRow::areaCode))
        .param("weeks", texts(batch, row -> IsoWeek.of(row.from()).monday()))
        .param("recorded", texts(batch, FileRow::recordedOn))
        .param("from", texts(batch, row -> row.from()))
        .param("to", texts(batch, row -> row.to()))
        .param("dayOnly", texts(batch, FileRow::dayOnly))
        .param("lon", texts(batch, FileRow::lon))
        .param("lat", texts(batch, FileRow::lat))
        .param("easting", texts(batch, FileRow::easting))
        .param("northing", texts(batch, FileRow::northing))
        .param("precision", texts(batch, FileRow::precision))
        .param("streets", texts(batch, FileRow::street))
        .update();
  }

  /** A column of the batch as text, null where the row has nothing. */
  private static String[] texts(
      List<FileRow> batch, Function<FileRow, ? extends @Nullable Object> column) {
    return batch.stream()
        .map(row -> {
          Object value = column.apply(row);
          return value == null ? null : value.toString();
        })
        .toArray(String[]::new);
  }
}
