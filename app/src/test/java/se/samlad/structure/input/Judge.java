package se.samlad.structure.input;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds answers to what must be so of each, and the tables to what refusals leave: nothing. */
final class Judge {

  private final Operation operation;
  private final JdbcClient owner;
  private final List<String> faults = new ArrayList<>();
  private Map<String, Long> before;

  Judge(Operation operation, JdbcClient owner) {
    this.operation = operation;
    this.owner = owner;
    this.before = stamps();
  }

  void mustRefuse(String what, HttpResponse<String> answer) {
    boolean stopped = answer.statusCode() == 403 && !operation.api();
    if (answer.statusCode() < 400 || answer.statusCode() >= 500 || stopped) {
      faults.add(what + ": " + answer.statusCode());
    } else {
      hasASentence(what, answer);
    }
  }

  /** Says whether it was refused; what was taken may be written. */
  boolean mayTake(String what, HttpResponse<String> answer) {
    if (answer.statusCode() < 400) {
      before = stamps();
      return false;
    }
    mustRefuse(what, answer);
    return true;
  }

  void mustKeep(String field, String typed, HttpResponse<String> answer) {
    if (answer.statusCode() != 422 || !answer.body().contains(typed)) {
      faults.add(field + " is not kept: " + answer.statusCode());
    }
  }

  List<String> faults() {
    Map<String, Long> after = stamps();
    after.entrySet().removeAll(before.entrySet());
    after.remove("audit_entry"); // a page that is shown again tells of what it showed
    if (!after.isEmpty()) {
      faults.add("written to " + after.keySet());
    }
    return faults;
  }

  private void hasASentence(String what, HttpResponse<String> answer) {
    String body = answer.body();
    boolean told = operation.api() ? body.contains("\"detailEn\":\"") : body.length() > 20;
    if (!told && answer.statusCode() != 400 && answer.statusCode() != 413) {
      faults.add(what + ": " + answer.statusCode() + " without a sentence: " + body);
    }
  }

  /** Number of rows and newest transaction of every table of the municipalities, less what runs in the background. */
  private Map<String, Long> stamps() {
    String all = owner
        .sql(
            "select string_agg(format('select %L, count(*) * 1000003 + coalesce(max(xmin::text::bigint), 0) from samlad.%I', relname, relname), ' union all ') from pg_class where relnamespace = 'samlad'::regnamespace and relkind = 'r' and relname !~ '^(hotspot|alarm)'")
        .query(String.class)
        .single();
    Map<String, Long> stamps = new LinkedHashMap<>();
    owner.sql(all).query(row -> {
      stamps.put(row.getString(1), row.getLong(2));
    });
    return stamps;
  }
}
