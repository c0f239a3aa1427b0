package se.samlad.incident.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;

/** How many new incidents wait for whoever looks to pass them. */
@Component
class Waiting {

  private static final String OWN = Arrays.stream(OrganisationKind.values())
      .filter(OrganisationKind::passesItsOwn)
      .map(kind -> "'" + kind.name() + "'")
      .collect(Collectors.joining(", "));

  private static final String COUNT = """
      select count(distinct s.incident_id)
        from samlad.incident_source s
        join samlad.organisation o on o.municipality_id = s.municipality_id and o.organisation_id = s.owner_org
       where s.state = 'NEW'
         and case when o.kind in (%s) then o.organisation_id = any ((select samlad.coordinated())::uuid[]) else :coordinator end
      """.formatted(OWN);

  private final JdbcClient db;

  Waiting(JdbcClient db) {
    this.db = db;
  }

  @Transactional(readOnly = true)
  public int all() {
    Actor actor = CurrentActor.get();
    return InboxTab.reviews(actor)
        ? db.sql(COUNT)
            .param("coordinator", actor.has(Role.COORDINATOR))
            .query(Integer.class)
            .single()
        : 0;
  }

  /** Those whose week lies outside these days. */
  @Transactional(readOnly = true)
  public int outside(LocalDate from, LocalDate to) {
    Actor actor = CurrentActor.get();
    return InboxTab.reviews(actor)
        ? db.sql(COUNT + " and (s.week + 7 <= :from or s.week >= :to)")
            .param("coordinator", actor.has(Role.COORDINATOR))
            .param("from", from)
            .param("to", to)
            .query(Integer.class)
            .single()
        : 0;
  }
}
