package se.samlad.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.jdbc.WeekStore;
import se.samlad.reporting.jdbc.WeekStore.Reader;

/** Reminds units that have not answered a week (Swedish: påminnelse): those who answer for the unit hear it, with a link that answers. */
@Service
public class Reminders {

  private static final Duration LINK_AFTER_DUE = Duration.ofDays(7);

  private final WeekStore store;
  private final Units units;
  private final Deadlines deadlines;
  private final WeekLinks links;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Audit audit;
  private final MessageSource messages;
  private final Clock clock;

  Reminders(
      WeekStore store,
      Units units,
      Deadlines deadlines,
      WeekLinks links,
      Outbox outbox,
      Tenancy tenancy,
      Audit audit,
      MessageSource messages,
      Clock clock) {
    this.store = store;
    this.units = units;
    this.deadlines = deadlines;
    this.links = links;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /** When in the turn of a week it is reminded. */
  public enum Step {
    BEFORE,
    AT,
    BY_HAND
  }

  /** How many units and people a reminder by hand came to. */
  public record Reached(int units, int people) {}

  /** When units were last reminded of the week, as far as the actor may see it. */
  @Transactional(readOnly = true)
  public Map<UUID, Instant> last(IsoWeek week) {
    return store.reminded(week);
  }

  /** Reminds those of the units that are silent, once a day at most; an organisation's coordinator reminds its own units. */
  @Transactional
  public Reached byHand(Collection<UUID> wanted, IsoWeek week) {
    Actor actor = CurrentActor.get();
    List<Unit> all =
        units.list().stream().filter(unit -> wanted.contains(unit.id())).toList();
    if (all.isEmpty()
        || !all.stream()
            .allMatch(
                unit -> actor.has(Role.COORDINATOR) || actor.coordinates(unit.organisation()))) {
      throw new NotFound("units to remind");
    }
    all.forEach(
        unit -> audit.record("unit.remind", "unit", unit.id(), Map.of("period", week.code())));
    return tenancy.as(Actor.system(actor.municipality()), () -> {
      Set<UUID> answered = store.answered(week);
      Deadlines.Plan plan = deadlines.plan();
      Set<UUID> people = new HashSet<>();
      int reminded = 0;
      for (Unit unit : all) {
        if (!answered.contains(unit.id())) {
          Set<UUID> reached = remind(unit, week, plan.of(unit, week), Step.BY_HAND);
          reminded += reached.isEmpty() ? 0 : 1;
          people.addAll(reached);
        }
      }
      return new Reached(reminded, people.size());
    });
  }

  /** Reminds a unit in a step of the week, once; whom it came to. Runs as the system, in its transaction. */
  Set<UUID> remind(Unit unit, IsoWeek week, Deadlines.Due due, Step step) {
    Instant now = clock.instant();
    LocalDate day = step == Step.BY_HAND ? now.atZone(IsoWeek.ZONE).toLocalDate() : week.monday();
    if (!store.addReminder(unit.id(), unit.organisation(), week, step.name(), day, now)) {
      return Set.of();
    }
    Set<UUID> reached = new HashSet<>();
    for (Reader reader : store.readers(unit.id(), unit.organisation())) {
      outbox.post(message(unit, week, due, step + ":" + day, reader));
      reached.add(reader.member());
    }
    if (step == Step.AT) {
      store.coordinators(unit.id(), unit.organisation()).stream()
          .filter(reader -> reached.add(reader.member()))
          .forEach(reader -> outbox.post(message(unit, week, due, step + ":" + day, reader)));
    }
    store.setReached(unit.id(), week, step.name(), day, reached.size());
    return reached;
  }

  private Message message(
      Unit unit, IsoWeek week, Deadlines.Due due, String occasion, Reader reader) {
    Formats formats = Formats.in(reader.language());
    boolean over = clock.instant().isAfter(due.at());
    Instant goodUntil = max(due.at(), clock.instant()).plus(LINK_AFTER_DUE);
    return new Message(
        "week:" + unit.id() + ":" + week.code() + ":" + occasion + ":" + reader.member(),
        reader.member(),
        Message.Kind.REMINDER,
        say(reader, "weekly.mail.subject", formats.week(week.week())),
        say(
            reader,
            over ? "weekly.mail.over" : "weekly.mail.before",
            unit.name(),
            formats.week(week.week()),
            formats.dates(week.monday(), week.sunday()),
            formats.moment(due.at())),
        "/rapportera/inget",
        links.path(unit.id(), week, reader.member(), goodUntil),
        goodUntil);
  }

  private String say(Reader reader, String key, Object... arguments) {
    return messages.getMessage(key, arguments, reader.language());
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
