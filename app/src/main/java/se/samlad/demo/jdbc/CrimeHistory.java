package se.samlad.demo.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.demo.history.Chronicle;
import se.samlad.demo.people.Cast;
import se.samlad.ground.calendar.IsoWeek;

/** Writes a history's recorded crime as an import of the police's files would have left it: coarse and precise part. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CrimeHistory {

  private final BulkRows rows;

  CrimeHistory(BulkRows rows) {
    this.rows = rows;
  }

  void write(Chronicle chronicle, Cast cast) {
    if (chronicle.crimes().isEmpty()) {
      return;
    }
    UUID police = cast.police().orElseThrow();
    List<Map<String, Object>> records = new ArrayList<>();
    List<Map<String, Object>> details = new ArrayList<>();
    for (Chronicle.Crime crime : chronicle.crimes()) {
      String area = crime.area();
      UUID areaId = area == null ? null : cast.areas().get(area);
      Sweref99.Geographic at = Sweref99.TM.unproject(crime.northing(), crime.easting());
      records.add(Row.of(
          "record_id", crime.id(),
          "owner_org", police,
          "profile", "demo",
          "row_key", crime.id().toString(),
          "sharing_class", "COARSE",
          "crime_code", crime.code(),
          "offences", crime.offences(),
          "area_id", areaId,
          "area_code", area == null ? "" : area,
          "week", IsoWeek.of(crime.from()).monday(),
          "recorded_on", crime.recordedOn()));
      details.add(Row.of(
          "record_id", crime.id(),
          "owner_org", police,
          "sharing_class", "COARSE",
          "area_id", areaId,
          "from_at", crime.from(),
          "to_at", crime.to(),
          "day_only", crime.dayOnly(),
          "lon", at.lon(),
          "lat", at.lat(),
          "easting", crime.easting(),
          "northing", crime.northing(),
          "precision_class", "STREET",
          "street", crime.street()));
    }
    rows.insert("crime_record", records);
    rows.insert("crime_detail", details);
  }
}
