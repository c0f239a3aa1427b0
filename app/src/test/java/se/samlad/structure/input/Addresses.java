package se.samlad.structure.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real things of the demo town to put into an address, so that a request gets as far as its fields. */
final class Addresses {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)(:[^/]*)?\\}(?=/|\\.|$)");

  private final Map<String, String> known = new LinkedHashMap<>();

  /** Reads them as the owner of the database, past the policies. */
  Addresses(JdbcClient owner, UUID town, UUID ownReport) {
    Map<String, Object> picture = owner.sql("""
            select p.period, g.slug
              from samlad.situation_picture p
              join samlad.working_group g on g.municipality_id = p.municipality_id and g.group_id = p.group_id
             where p.municipality_id = :town
             order by p.state = 'DRAFT' desc, p.period_first desc
             limit 1
            """).param("town", town).query().singleRow();
    Map<String, Object> source = owner
        .sql(
            "select source_id, incident_id from samlad.incident_source where municipality_id = :town order by received_at desc limit 1")
        .param("town", town)
        .query()
        .singleRow();
    String measure = owner
        .sql(
            "select measure_id::text from samlad.measure where municipality_id = :town order by status = 'PROPOSED' desc, created_at desc limit 1")
        .param("town", town)
        .query(String.class)
        .single();
    known.put("/rapportera/tack/{id}", ownReport.toString());
    known.put("{report}", ownReport.toString());
    known.put("/atgarder/{id}", measure);
    known.put("/aterkoppling/{id}", measure);
    known.put("{measure}", measure);
    known.put("{grupp}", String.valueOf(picture.get("slug")));
    known.put("{period}", String.valueOf(picture.get("period")).replace("W", "v"));
    known.put("{block}", "BRIEF");
    known.put("{incident}", String.valueOf(source.get("incident_id")));
    known.put("{source}", String.valueOf(source.get("source_id")));
    known.put("{verb}", "godkann");
    known.put("{kommun}", "lindesta");
    known.put("{role}", "samordnare");
    known.put("{sida}", "1");
  }

  String of(Operation operation) {
    Matcher variables = VARIABLE.matcher(operation.pattern());
    StringBuilder address = new StringBuilder();
    while (variables.find()) {
      String name = "{" + variables.group(1) + "}";
      String before = operation.pattern().substring(0, variables.start());
      String value = known.getOrDefault(
          before + name, known.getOrDefault(name, UUID.randomUUID().toString()));
      variables.appendReplacement(address, Matcher.quoteReplacement(value));
    }
    return variables.appendTail(address).toString();
  }
}
