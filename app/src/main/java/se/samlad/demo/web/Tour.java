package se.samlad.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.demo.Demo;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;

/**
 * <em>Prova detta</em>: seven steps once round the wheel. A step is ticked by what was done since the demo was built, or, where it is
 * something to read, by the page having been opened in this browser.
 */
@Component
class Tour {

  private static final String DONE = """
      with built as (select coalesce(max(at), '-infinity') as at from samlad.audit_entry where verb = 'demo.build')
      select array_remove(array[
               case when exists (select 1 from samlad.report r, built where r.received_at > built.at) then 'report' end,
               case when exists (select 1 from samlad.incident_event e, built where e.kind = 'PASSED' and e.at > built.at) then 'pass' end,
               case when exists (select 1 from samlad.meeting_decision d, built where d.at > built.at and d.withdrawn_at is null) then 'decide' end,
               case when exists (select 1 from samlad.measure_event m, built where m.kind = 'COMMITTED' and m.at > built.at) then 'commit' end],
             null)
      """;

  private final Tenancy tenancy;
  private final JdbcClient db;
  private final Clock clock;

  Tour(Tenancy tenancy, JdbcClient db, Clock clock) {
    this.tenancy = tenancy;
    this.db = db;
    this.clock = clock;
  }

  /** A step: who goes where, and whether it has been done. */
  record Step(String key, DemoRole role, String path, boolean done) {}

  List<Step> steps(Municipality municipality, HttpServletRequest request) {
    Set<String> done = done(municipality);
    Set<String> seen = TourTrail.seen(request);
    String week = IsoWeek.of(clock.instant()).slug();
    return List.of(
        new Step("report", DemoRole.VAKTARE, "/rapportera", done.contains("report")),
        new Step("pass", DemoRole.SAMORDNARE, "/handelser", done.contains("pass")),
        new Step("why", DemoRole.SAMORDNARE, "/analys", seen.contains(TourTrail.PLACE)),
        new Step(
            "decide",
            DemoRole.SAMORDNARE,
            "/moten/" + Demo.GROUP + "/" + week + "/visa/4",
            done.contains("decide")),
        new Step("commit", DemoRole.BOSTADSBOLAG, "/atgarder?vad=mina", done.contains("commit")),
        new Step("answer", DemoRole.VAKTARE, "/mina-rapporter", seen.contains(TourTrail.ANSWER)),
        new Step("paper", DemoRole.SAMORDNARE, "/lagesbilder", seen.contains(TourTrail.PAPER)));
  }

  private Set<String> done(Municipality municipality) {
    return Set.of(tenancy.readAs(
        Actor.system(municipality.id()),
        () -> db.sql(DONE)
            .query((row, n) -> (String[]) row.getArray(1).getArray())
            .single()));
  }
}
