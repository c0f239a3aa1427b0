package se.samlad.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.measure.Measures;
import se.samlad.meeting.jdbc.MeetingStore;
import tools.jackson.databind.json.JsonMapper;

/** The meetings of the groups the actor sits in; all of them for the coordinator, who alone closes one and turns its secrecy off. */
@Service
public class Meetings {

  private static final int LONGEST_NOTE = 2000;

  private final MeetingStore store;
  private final Groups groups;
  private final Measures measures;
  private final Agreements agreements;
  private final MinutesMaker minutes;
  private final TextGuard guard;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;
  private final Clock clock;

  Meetings(
      MeetingStore store,
      Groups groups,
      Measures measures,
      Agreements agreements,
      MinutesMaker minutes,
      TextGuard guard,
      Audit audit,
      ApplicationEventPublisher events,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.groups = groups;
    this.measures = measures;
    this.agreements = agreements;
    this.minutes = minutes;
    this.guard = guard;
    this.audit = audit;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /** The meeting; one nobody has opened yet comes without id. */
  @Transactional(readOnly = true)
  public Meeting of(UUID group, Period period) {
    requireSeat(group);
    Meeting meeting = store.find(group, period).orElseGet(() -> Meeting.unopened(group, period));
    return groups.get(group).level().sharesIncidents() ? meeting : meeting.amongGuests();
  }

  /** The group's meetings that have been opened, newest first. */
  @Transactional(readOnly = true)
  public List<Meeting> list(UUID group) {
    requireSeat(group);
    return store.list(group);
  }

  /** Starts the clock; a meeting already under way goes on. */
  @Transactional
  public void start(UUID group, Period period) {
    UUID id = open(group, period);
    store.start(id, clock.instant());
    audit.record("meeting.start", "meeting", id);
  }

  /** Who is there, among those with a seat in the group. */
  @Transactional
  public void attend(UUID group, Period period, Set<UUID> members) {
    UUID id = open(group, period);
    store.clearAttendance(id);
    groups.seats(group).stream()
        .filter(seat -> members.contains(seat.member()))
        .forEach(seat -> store.attend(id, seat.member(), seat.organisation(), seat.deputy()));
    store.touch(id);
    audit.record("meeting.attend", "meeting", id, Map.of("present", members.size()));
  }

  /** What was said of an item; empty words take the note away. */
  @Transactional
  public void note(UUID group, Period period, String item, String words) {
    if (!item.matches("[a-z0-9:-]{1,60}")) {
      throw new InvalidInput("punkt", "meeting.input.item");
    }
    if (words.length() > LONGEST_NOTE || words.indexOf('\0') >= 0) {
      throw new InvalidInput("anteckning", "meeting.input.note", LONGEST_NOTE);
    }
    UUID id = open(group, period);
    if (store.notes(id).getOrDefault(item, Note.NONE).withheld()) {
      throw new Refused(Refused.Kind.CONFLICT, "meeting.refused.note");
    }
    TextGuard.Guarded said = guard.guard(words.strip());
    store.note(
        id,
        item,
        said.text(),
        said.doubtful(),
        clock.instant(),
        CurrentActor.get().user());
    store.touch(id);
    audit.record("meeting.note", "meeting", id, Map.of("item", item));
  }

  /** The coordinator has read a note the guard was in doubt about: the group may read it, and it comes into the minutes. */
  @Transactional
  public void showNote(UUID group, Period period, String item) {
    requireCoordinator();
    UUID id = open(group, period);
    if (!store.showNote(id, item)) {
      throw new NotFound("hidden note " + item);
    }
    store.touch(id);
    audit.record("meeting.show", "meeting", id, Map.of("item", item));
  }

  /** What the group agrees becomes a proposed measure at once; its owner answers afterwards. */
  @Transactional
  public UUID decide(UUID group, Period period, Agreement agreement) {
    UUID id = open(group, period);
    UUID measure = agreements.propose(group, agreement, today());
    store.decide(
        id, measure, agreement.hotspot(), clock.instant(), CurrentActor.get().user());
    store.touch(id);
    audit.record("meeting.decide", "meeting", id, Map.of("measure", measure));
    return measure;
  }

  /** Takes an agreement back at once (Ångra). */
  @Transactional
  public void undo(UUID group, Period period, UUID measure) {
    UUID id = open(group, period);
    if (!store.withdraw(id, measure, clock.instant())) {
      throw new NotFound("decision " + measure);
    }
    measures.withdraw(measure);
    store.touch(id);
    audit.record("meeting.undo", "meeting", id, Map.of("measure", measure));
  }

  /** What the room may see. Turning secrecy off is the coordinator's and leaves a row of its own. */
  @Transactional
  public void setRoom(UUID group, Period period, boolean secrecy, boolean guests) {
    requireCoordinator();
    UUID id = open(group, period);
    store.setRoom(id, secrecy, guests);
    audit.record("meeting.room", "meeting", id, Map.of("secrecy", secrecy, "guests", guests));
  }

  /** Freezes the minutes. Nothing of the meeting changes afterwards; the measures go on. */
  @Transactional
  public void close(UUID group, Period period) {
    requireCoordinator();
    UUID id = open(group, period);
    Meeting meeting = store.find(group, period).orElseThrow();
    Minutes frozen = minutes.of(meeting, clock.instant());
    store.close(id, clock.instant(), CurrentActor.get().user(), json.writeValueAsString(frozen));
    audit.record("meeting.close", "meeting", id);
    events.publishEvent(new MeetingClosed(CurrentActor.get().municipality().value(), id, group));
  }

  @Transactional(readOnly = true)
  public List<UUID> present(Meeting meeting) {
    UUID id = meeting.id();
    return id == null ? List.of() : store.present(id);
  }

  @Transactional(readOnly = true)
  public Map<String, Note> notes(Meeting meeting) {
    UUID id = meeting.id();
    return id == null ? Map.of() : store.notes(id);
  }

  @Transactional(readOnly = true)
  public List<Decision> decisions(Meeting meeting) {
    UUID id = meeting.id();
    return id == null ? List.of() : store.decisions(id);
  }

  /** The minutes: frozen ones of a closed meeting, else as things stand. */
  @Transactional(readOnly = true)
  public Minutes minutes(Meeting meeting) {
    Optional<String> frozen = Optional.ofNullable(meeting.id()).flatMap(store::minutes);
    return frozen
        .map(text -> json.readValue(text, Minutes.class))
        .orElseGet(() -> minutes.of(meeting, null));
  }

  private UUID open(UUID group, Period period) {
    requireSeat(group);
    store.add(
        Ids.next(),
        Meeting.unopened(group, period),
        clock.instant(),
        CurrentActor.get().user());
    Meeting held = store.hold(group, period).orElseThrow(() -> new NotFound("meeting"));
    if (held.closed()) {
      throw new Refused(Refused.Kind.CONFLICT, "meeting.refused.closed");
    }
    return java.util.Objects.requireNonNull(held.id());
  }

  private void requireSeat(UUID group) {
    Actor actor = CurrentActor.get();
    WorkingGroup known = groups.get(group);
    boolean seated = actor.groups().contains(known.id());
    if (actor.kind() != ActorKind.SYSTEM && !actor.has(Role.COORDINATOR) && !seated) {
      throw new NotFound("group " + group);
    }
  }

  private static void requireCoordinator() {
    Actor actor = CurrentActor.get();
    if (actor.kind() != ActorKind.SYSTEM && !actor.has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "meeting.refused.coordinator");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }
}
