package se.samlad.incident;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.ground.calendar.IsoWeek;

/**
 * What a selection means, said in the plainest way: all visible sources, a window over each incident's, then the conditions. Too slow for
 * many incidents, and so the reference that {@link SelectionSql} is held to.
 */
record PlainSelection(String with, Map<String, Object> parameters) {

  PlainSelection {
    parameters = Map.copyOf(parameters);
  }

  /** The selection for whoever acts in the transaction. */
  static PlainSelection of(IncidentSelection selection) {
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder seen = new StringBuilder();
    StringBuilder kept = new StringBuilder();
    states(selection, seen, parameters);
    period(selection, seen, kept, parameters);
    sets(selection, seen, kept, parameters);
    timeOfWeek(selection, kept, parameters);
    if (!selection.text().isBlank()) {
      kept.append(
          "\n   and (p.incident_id = (select n.incident_id from samlad.incident n where n.municipality_id = samlad.municipality() and n.number = :selText)"
              + " or p.place_label ilike '%' || :selLike || '%' escape '!')");
      parameters.put("selText", selection.text().strip());
      parameters.put(
          "selLike",
          selection.text().strip().replace("!", "!!").replace("%", "!%").replace("_", "!_"));
    }
    return new PlainSelection(WITH.formatted(seen, kept), parameters);
  }

  /** Starts a statement: the selection followed by the given query on {@code incidents}. */
  JdbcClient.StatementSpec query(JdbcClient db, String select) {
    return db.sql(with + select).params(parameters);
  }

  private static final String WITH = """
      with seen as (
        select s.incident_id, s.source_id, s.owner_org, s.state, s.flags, s.category_group, s.area_id, s.week, s.received_at,
               d.category_code, d.from_at, d.to_at, d.lon, d.lat, d.easting, d.northing, d.precision_class,
               coalesce(d.place_label, '') as place_label, d.severity, d.suspected, d.indoors, d.ongoing,
               case when 'TIME' = any (s.flags) and d.source_id is not null then s.received_at else d.from_at end as sorted_at
          from samlad.incident_source s
          left join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
         where true%s
      ), picked as (
        select distinct on (seen.incident_id) seen.*,
               count(*) over same as sources,
               array_agg(seen.owner_org) over same as organisations
          from seen
        window same as (partition by seen.incident_id)
         order by seen.incident_id, seen.from_at is null, seen.received_at, seen.source_id
      ), incidents as (
        select p.*, coalesce(p.sorted_at, cast(p.week as timestamp) at time zone 'Europe/Stockholm') as placed_at,
               (select i.number from samlad.incident i where i.municipality_id = samlad.municipality() and i.incident_id = p.incident_id) as number
          from picked p
         where true%s
      )
      """;

  private static void states(
      IncidentSelection selection, StringBuilder seen, Map<String, Object> parameters) {
    seen.append(
        switch (selection.review()) {
          case PASSED -> "\n           and s.state = 'PASSED'";
          case NEW -> "\n           and s.state = 'NEW'";
          case ANY -> "\n           and s.state in ('NEW', 'PASSED')";
        });
    selection.knownAt().ifPresent(moment -> {
      seen.append(
          "\n           and s.received_at <= :selKnownAt and (s.passed_at is null or s.passed_at <= :selKnownAt)");
      parameters.put("selKnownAt", Timestamp.from(moment));
    });
  }

  private static void period(
      IncidentSelection selection,
      StringBuilder seen,
      StringBuilder kept,
      Map<String, Object> parameters) {
    var start = selection.from().atStartOfDay(IsoWeek.ZONE).toInstant();
    var end = selection.to().atStartOfDay(IsoWeek.ZONE).toInstant();
    parameters.put("selStart", Timestamp.from(start));
    parameters.put("selEnd", Timestamp.from(end));
    if (selection.by() == IncidentSelection.By.RECEIPT) {
      seen.append("\n           and s.received_at >= :selStart and s.received_at < :selEnd");
      return;
    }
    parameters.put("selFirstWeek", selection.from().with(DayOfWeek.MONDAY));
    parameters.put("selEndDay", selection.to());
    parameters.put("selFrom", selection.from());
    kept.append("\n   and (p.sorted_at >= :selStart and p.sorted_at < :selEnd"
        + " or p.sorted_at is null and p.week >= :selFirstWeek and p.week < :selEndDay"
        + " and (p.week >= :selFrom or cast(:selFrom as date) < p.week + 7))");
  }

  private static void sets(
      IncidentSelection selection,
      StringBuilder seen,
      StringBuilder kept,
      Map<String, Object> parameters) {
    if (selection.outsideAreas()) {
      kept.append("\n   and p.area_id is null");
    } else if (!selection.areas().isEmpty()) {
      kept.append("\n   and p.area_id = any (cast(:selAreas as uuid[]))");
      parameters.put("selAreas", literal(selection.areas()));
    }
    if (!selection.categories().isEmpty()) {
      kept.append(
          "\n   and (p.category_group = any (:selCategories) or p.category_code = any (:selCategories))");
      parameters.put("selCategories", selection.categories().toArray(String[]::new));
    }
    if (!selection.organisations().isEmpty()) {
      seen.append("\n           and s.owner_org = any (cast(:selOrganisations as uuid[]))");
      parameters.put("selOrganisations", literal(selection.organisations()));
    }
  }

  private static void timeOfWeek(
      IncidentSelection selection, StringBuilder kept, Map<String, Object> parameters) {
    if (!selection.weekdays().isEmpty()) {
      kept.append(
          "\n   and extract(isodow from p.sorted_at at time zone 'Europe/Stockholm')::int = any (:selDays)");
      parameters.put(
          "selDays",
          selection.weekdays().stream().map(DayOfWeek::getValue).toArray(Integer[]::new));
    }
    if (selection.fromHour() != 0 || selection.toHour() != 24) {
      String hour = "extract(hour from p.sorted_at at time zone 'Europe/Stockholm')";
      boolean pastMidnight = selection.toHour() <= selection.fromHour();
      kept.append("\n   and (" + hour + " >= :selFromHour " + (pastMidnight ? "or " : "and ") + hour
          + " < :selToHour)");
      parameters.put("selFromHour", selection.fromHour());
      parameters.put("selToHour", selection.toHour());
    }
  }

  private static String literal(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
  }
}
