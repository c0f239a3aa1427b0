package se.samlad.incident;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.samlad.ground.calendar.IsoWeek;

/** What a selection asks, as each lane of {@link SelectionSql} asks it. In the texts @ stands for the lane's own name of the row. */
final class SelectionConditions {

  private static final String IN_AREAS = "@.area_id = any (cast(:selAreas as uuid[]))";

  private final Map<String, Object> parameters = new HashMap<>();
  private final StringBuilder ofSource = new StringBuilder();
  private final StringBuilder ofPrecise = new StringBuilder();
  private final StringBuilder ofCoarse = new StringBuilder();
  private final StringBuilder ofFacts = new StringBuilder();
  private boolean coarsePossible = true;

  SelectionConditions(IncidentSelection selection) {
    states(selection);
    period(selection);
    sets(selection);
    timeOfWeek(selection);
    text(selection);
  }

  /** Asks as well that the point lies in one of the columns and one of the rows of the grid. */
  void cells(Collection<Integer> columns, Collection<Integer> rows) {
    preciseFact("@.cell_column = any (:selColumns) and @.cell_row = any (:selRows)");
    parameters.put("selColumns", columns.toArray(Integer[]::new));
    parameters.put("selRows", rows.toArray(Integer[]::new));
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** Whether what is seen coarsely can be in it. */
  boolean coarsePossible() {
    return coarsePossible;
  }

  /** An incident of one source that is seen precisely. */
  String precise(String row) {
    return (ofSource.toString() + ofPrecise).replace("@", row);
  }

  /** An incident of one source that is seen coarsely. */
  String coarse(String row) {
    return (ofSource.toString() + ofCoarse).replace("@", row);
  }

  /** One of several sources, before they are one incident. */
  String several(String row) {
    return ofSource.toString().replace("@", row);
  }

  /** The incident that several sources are; seen coarsely it has null for what is precise. */
  String facts(String row) {
    return ofFacts.toString().replace("@", row);
  }

  private void everySource(String condition) {
    ofSource.append("\n   and ").append(condition);
  }

  private void fact(String precise, String coarse) {
    ofPrecise.append("\n   and ").append(precise);
    ofCoarse.append("\n   and ").append(coarse);
    ofFacts.append("\n   and ").append(precise);
  }

  private void preciseFact(String precise) {
    fact(precise, "false");
    coarsePossible = false;
  }

  private void states(IncidentSelection selection) {
    everySource(
        switch (selection.review()) {
          case PASSED -> "@.state = 'PASSED'";
          case NEW -> "@.state = 'NEW'";
          case ANY -> "@.state in ('NEW', 'PASSED')";
        });
    selection.knownAt().ifPresent(moment -> {
      everySource(
          "@.received_at <= :selKnownAt and (@.passed_at is null or @.passed_at <= :selKnownAt)");
      parameters.put("selKnownAt", Timestamp.from(moment));
    });
  }

  private void period(IncidentSelection selection) {
    var start = selection.from().atStartOfDay(IsoWeek.ZONE).toInstant();
    var end = selection.to().atStartOfDay(IsoWeek.ZONE).toInstant();
    parameters.put("selStart", Timestamp.from(start));
    parameters.put("selEnd", Timestamp.from(end));
    if (selection.by() == IncidentSelection.By.RECEIPT) {
      everySource("@.received_at >= :selStart and @.received_at < :selEnd");
      return;
    }
    parameters.put("selFirstWeek", selection.from().with(DayOfWeek.MONDAY));
    parameters.put("selEndDay", selection.to());
    parameters.put("selFrom", selection.from());
    String timed = "@.sorted_at >= :selStart and @.sorted_at < :selEnd";
    String untimed = "@.week >= :selFirstWeek and @.week < :selEndDay"
        + " and (@.week >= :selFrom or cast(:selFrom as date) < @.week + 7)";
    ofPrecise.append("\n   and ").append(timed);
    ofCoarse.append("\n   and ").append(untimed);
    ofFacts
        .append("\n   and (")
        .append(timed)
        .append(" or @.sorted_at is null and ")
        .append(untimed)
        .append(")");
  }

  private void sets(IncidentSelection selection) {
    if (selection.outsideAreas()) {
      fact("@.area_id is null", "@.area_id is null");
    } else if (!selection.areas().isEmpty()) {
      fact(IN_AREAS, IN_AREAS);
      parameters.put("selAreas", literal(selection.areas()));
    }
    if (!selection.categories().isEmpty()) {
      fact(
          "(@.category_group = any (:selCategories) or @.category_code = any (:selCategories))",
          "@.category_group = any (:selCategories)");
      parameters.put("selCategories", selection.categories().toArray(String[]::new));
    }
    if (!selection.organisations().isEmpty()) {
      everySource("@.owner_org = any (cast(:selOrganisations as uuid[]))");
      parameters.put("selOrganisations", literal(selection.organisations()));
    }
  }

  private void timeOfWeek(IncidentSelection selection) {
    if (!selection.weekdays().isEmpty()) {
      preciseFact(
          "extract(isodow from @.sorted_at at time zone 'Europe/Stockholm')::int = any (:selDays)");
      parameters.put(
          "selDays",
          selection.weekdays().stream().map(DayOfWeek::getValue).toArray(Integer[]::new));
    }
    if (selection.fromHour() != 0 || selection.toHour() != 24) {
      String hour = "extract(hour from @.sorted_at at time zone 'Europe/Stockholm')";
      boolean pastMidnight = selection.toHour() <= selection.fromHour();
      preciseFact("(" + hour + " >= :selFromHour " + (pastMidnight ? "or " : "and ") + hour
          + " < :selToHour)");
      parameters.put("selFromHour", selection.fromHour());
      parameters.put("selToHour", selection.toHour());
    }
  }

  private void text(IncidentSelection selection) {
    if (selection.text().isBlank()) {
      return;
    }
    String numbered =
        "@.incident_id = (select n.incident_id from samlad.incident n where n.municipality_id = samlad.municipality() and n.number = :selText)";
    fact("(" + numbered + " or @.place_label ilike '%' || :selLike || '%' escape '!')", numbered);
    String words = selection.text().strip();
    parameters.put("selText", words);
    parameters.put("selLike", words.replace("!", "!!").replace("%", "!%").replace("_", "!_"));
  }

  private static String literal(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
  }
}
