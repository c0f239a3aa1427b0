package se.samlad.demo.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.demo.history.Sites;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.town.TownGenerator;
import se.samlad.demo.work.Agenda.Deed;
import se.samlad.demo.work.Agenda.Issue;
import se.samlad.demo.work.Agenda.Stage;
import se.samlad.followup.Evaluations;
import se.samlad.followup.PlanDraft;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.measure.Progress;
import se.samlad.measure.StatutoryDecision;
import se.samlad.problem.NewProblem;
import se.samlad.problem.Problems;

/**
 * Lets Lindesta's group have done its work: problems and measures through the modules' own verbs, as the coordinator and the owners' own
 * coordinators, and afterwards moved back to the days it happened.
 */
@Component
public class PastWork {

  private final Problems problems;
  private final Measures measures;
  private final PastProblems past;
  private final Evaluations evaluations;
  private final PastPictures pictures;
  private final Groups groups;
  private final Tenancy tenancy;
  private final JdbcClient db;

  PastWork(
      Problems problems,
      Measures measures,
      PastProblems past,
      Evaluations evaluations,
      PastPictures pictures,
      Groups groups,
      Tenancy tenancy,
      JdbcClient db) {
    this.problems = problems;
    this.measures = measures;
    this.past = past;
    this.evaluations = evaluations;
    this.pictures = pictures;
    this.groups = groups;
    this.tenancy = tenancy;
    this.db = db;
  }

  public void tell(MunicipalityId municipality, Cast cast, IsoWeek last, Instant now) {
    LocalDate today = now.atZone(IsoWeek.ZONE).toLocalDate();
    WorkingGroup group =
        tenancy.readAs(Actor.system(municipality), () -> groups.getBySlug("est-gruppen"));
    Agenda agenda = Agenda.of(last, today);
    Actor coordinator = seated(municipality, cast.coordinator(), Role.COORDINATOR, Set.of(), group);
    Map<String, UUID> opened = new HashMap<>();
    for (Issue issue : agenda.issues()) {
      opened.put(issue.key(), as(coordinator, () -> open(issue, group, last)));
    }
    tenancy.as(coordinator, () -> past.think(opened, last));
    for (Deed deed : agenda.deeds()) {
      Party owner = cast.party(deed.owner());
      String place = agenda.placeOf(deed);
      UUID measure = as(coordinator, () -> measures.propose(draft(deed, place, owner, opened)));
      Actor speaks = seated(
          municipality,
          owner.coordinator(),
          Role.ORGANISATION_COORDINATOR,
          Set.of(owner.id()),
          group);
      tenancy.as(speaks, () -> answer(measure, deed));
      tenancy.as(coordinator, () -> judge(measure, deed));
      compared(deed)
          .ifPresent(draft -> tenancy.as(coordinator, () -> evaluations.choose(measure, draft)));
      tenancy.as(Actor.system(municipality), () -> moveBack(measure, deed, last, now));
    }
    CurrentActor.as(coordinator, () -> pictures.draw(group.id(), last, now));
  }

  private UUID open(Issue issue, WorkingGroup group, IsoWeek last) {
    return problems
        .open(NewProblem.said(
                group.id(),
                issue.title(),
                issue.place(),
                null,
                issue.categories(),
                last.plus(-issue.oldest()).monday(),
                last.plus(-issue.newest()).sunday())
            .at(TownGenerator.EASTING + issue.x(), TownGenerator.NORTHING + issue.y()))
        .value();
  }

  private static MeasureDraft draft(
      Deed deed, String place, Party owner, Map<String, UUID> opened) {
    return new MeasureDraft(
        deed.title(),
        deed.type(),
        opened.get(deed.issue()),
        place,
        owner.id(),
        null,
        deed.goal().isEmpty() ? MeasureDraft.DEFAULT_DROP : null,
        deed.goal(),
        deed.indicator(),
        deed.doneBy(),
        deed.followUpOn(),
        false,
        deed.tell(),
        StatutoryDecision.NONE);
  }

  private void answer(UUID measure, Deed deed) {
    switch (deed.stage()) {
      case PROPOSED -> {}
      case DECLINED -> measures.decline(measure, null, deed.said());
      case COMMITTED -> measures.commit(measure, null, deed.tell());
      case ONGOING, LATE -> {
        measures.commit(measure, null, deed.tell());
        measures.report(
            measure,
            null,
            deed.stage() == Stage.LATE ? Progress.DELAYED : Progress.AS_PLANNED,
            deed.dose(),
            deed.said());
      }
      case CARRIED_OUT, JUDGED, ENDED -> {
        measures.commit(measure, null, deed.tell());
        measures.report(measure, null, Progress.DONE, deed.dose(), deed.said());
      }
    }
  }

  private void judge(UUID measure, Deed deed) {
    if (deed.stage() == Stage.JUDGED || deed.stage() == Stage.ENDED) {
      measures.evaluate(measure, null);
    }
    if (deed.stage() == Stage.ENDED) {
      measures.conclude(
          measure, null, Outcome.END, "Sikten är bättre, men samlingarna påverkas av annat.", null);
    }
  }

  /** What the planted stories' measures are compared with, chosen when they were decided. */
  private static Optional<PlanDraft> compared(Deed deed) {
    if (deed.stage() != Stage.JUDGED) {
      return Optional.empty();
    }
    return switch (deed.issue()) {
      case "tunneln" -> Optional.of(plan(deed, "Stadsparken", Sites.TUNNEL_CONTROL));
      case "ishallen" -> Optional.of(plan(deed, "Torpa handelsplats", Sites.PARKING_CONTROL));
      default -> Optional.empty();
    };
  }

  private static PlanDraft plan(Deed deed, String control, Sites.Circle at) {
    return new PlanDraft(
        deed.doneBy(),
        Sites.COMPARED,
        (int) (Sites.BUFFER_METERS - Sites.TARGET_METERS),
        control,
        TownGenerator.EASTING + at.x(),
        TownGenerator.NORTHING + at.y());
  }

  /** What was done just now is told as of the days it happened: agreed on a Tuesday, answered the day after. */
  private void moveBack(UUID measure, Deed deed, IsoWeek last, Instant now) {
    Instant decided = before(now, last.plus(1 - deed.decided()).monday().plusDays(1), 9);
    Instant answered =
        before(now, decided.plusSeconds(86_400).atZone(IsoWeek.ZONE).toLocalDate(), 13);
    Instant done = before(now, deed.doneBy(), 15);
    Instant said = deed.stage() == Stage.ONGOING || deed.stage() == Stage.LATE
        ? now.minusSeconds(2 * 86_400)
        : done;
    Instant judged = before(now, deed.followUpOn(), 9);
    db.sql("""
            update samlad.measure_event
               set at = case when kind = 'PROPOSED' then cast(:decided as timestamptz)
                             when kind in ('COMMITTED', 'APPROVED_TEXT', 'DECLINED') then cast(:answered as timestamptz)
                             when kind in ('ONGOING', 'PROGRESS', 'CARRIED_OUT') then greatest(cast(:said as timestamptz), cast(:answered as timestamptz))
                             else greatest(cast(:judged as timestamptz), cast(:done as timestamptz)) end
             where measure_id = :measure
            """)
        .param("decided", Timestamp.from(decided))
        .param("answered", Timestamp.from(answered))
        .param("said", Timestamp.from(said))
        .param("done", Timestamp.from(done))
        .param("judged", Timestamp.from(judged))
        .param("measure", measure)
        .update();
    db.sql("""
            update samlad.measure
               set created_at = :decided, told_approved_at = case when told_approved_at is not null then cast(:answered as timestamptz) end
             where measure_id = :measure
            """)
        .param("decided", Timestamp.from(decided))
        .param("answered", Timestamp.from(answered))
        .param("measure", measure)
        .update();
    db.sql("update samlad.evaluation_plan set chosen_at = :decided where measure_id = :measure")
        .param("decided", Timestamp.from(decided))
        .param("measure", measure)
        .update();
    db.sql("""
            update samlad.problem p
               set created_at = least(p.created_at, cast(:decided as timestamptz))
              from samlad.measure m
             where m.measure_id = :measure and p.problem_id = m.problem_id
            """)
        .param("decided", Timestamp.from(decided))
        .param("measure", measure)
        .update();
  }

  private static Instant before(Instant now, LocalDate day, int hour) {
    Instant at = day.atTime(hour, 15).atZone(IsoWeek.ZONE).toInstant();
    return at.isBefore(now) ? at : now.minusSeconds(3_600);
  }

  private <T> T as(Actor actor, Supplier<T> work) {
    return java.util.Objects.requireNonNull(tenancy.as(actor, work));
  }

  private static Actor seated(
      MunicipalityId municipality,
      UUID member,
      Role role,
      Set<UUID> organisations,
      WorkingGroup group) {
    return new Actor(
        municipality,
        ActorKind.PERSON,
        member,
        Set.of(role, Role.GROUP_MEMBER),
        organisations,
        organisations,
        Set.of(group.id()),
        group.areas(),
        group.wholeMunicipality(),
        null);
  }
}
