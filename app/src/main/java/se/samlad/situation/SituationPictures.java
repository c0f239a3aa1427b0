package se.samlad.situation;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.situation.jdbc.FrozenStore;
import se.samlad.situation.jdbc.PictureStore;

/**
 * The pictures (Swedish: lägesbilder) of the acting municipality. The EST coordinator writes and signs; the group reads from
 * {@link PictureState#READY}, leadership what is {@link PictureState#SHARED}. The reading rules stand in the database as well.
 */
@Service
public class SituationPictures {

  private final PictureStore store;
  private final PictureTemplate template;
  private final BlockRules rules;
  private final FigureMaker maker;
  private final PictureFreezing freezing;
  private final FrozenStore frozen;
  private final Groups groups;
  private final Audit audit;
  private final Tenancy tenancy;
  private final Clock clock;

  SituationPictures(
      PictureStore store,
      PictureTemplate template,
      BlockRules rules,
      FigureMaker maker,
      PictureFreezing freezing,
      FrozenStore frozen,
      Groups groups,
      Audit audit,
      Tenancy tenancy,
      Clock clock) {
    this.store = store;
    this.template = template;
    this.rules = rules;
    this.maker = maker;
    this.freezing = freezing;
    this.frozen = frozen;
    this.groups = groups;
    this.audit = audit;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The last version of the group's picture for the period that the actor may see. */
  @Transactional(readOnly = true)
  public Optional<SituationPicture> find(UUID group, Period period) {
    return store.latest(group, period);
  }

  @Transactional(readOnly = true)
  public Optional<SituationPicture> find(UUID picture) {
    return store.find(picture);
  }

  @Transactional(readOnly = true)
  public SituationPicture get(UUID picture) {
    return find(picture).orElseThrow(() -> new NotFound("picture " + picture));
  }

  /** Every version of the group's picture for the period, the last first. */
  @Transactional(readOnly = true)
  public List<SituationPicture> versions(UUID group, Period period) {
    return store.versions(group, period);
  }

  /** The last versions, newest period first. */
  @Transactional(readOnly = true)
  public List<SituationPicture> list() {
    return list(200, 0);
  }

  @Transactional(readOnly = true)
  public List<SituationPicture> list(int limit, int offset) {
    return store.list(limit, offset);
  }

  /** The signed picture of the group for an earlier period, the nearest. */
  @Transactional(readOnly = true)
  public Optional<SituationPicture> signedBefore(SituationPicture picture) {
    return store.signedBefore(picture.group(), picture.period().first());
  }

  /** Opens the group's picture for the period: the one that is there, or a first draft in the municipality's template. */
  @Transactional
  public SituationPicture open(UUID group, Period period) {
    requireWriter();
    WorkingGroup found = groups.get(group);
    Optional<SituationPicture> there = store.latest(group, period);
    if (there.isPresent()) {
      return there.get();
    }
    return add(new SituationPicture(
        Ids.next(),
        group,
        period,
        1,
        PictureState.DRAFT,
        weeks(period.covered()),
        meetingDay(found, period),
        now(),
        null,
        null,
        freshBlocks()));
  }

  /** A new draft from a signed picture: its texts, figures anew. The signed one stands. */
  @Transactional
  public SituationPicture newVersion(UUID id) {
    requireWriter();
    SituationPicture signed = locked(id);
    if (!signed.state().locked()) {
      throw new Refused(Refused.Kind.CONFLICT, "situation.refused.notSigned");
    }
    SituationPicture latest = store.latest(signed.group(), signed.period()).orElse(signed);
    if (!latest.id().equals(id)) {
      throw new Refused(Refused.Kind.CONFLICT, "situation.refused.laterVersion", latest.version());
    }
    return add(new SituationPicture(
        Ids.next(),
        signed.group(),
        signed.period(),
        signed.version() + 1,
        PictureState.DRAFT,
        signed.covered(),
        signed.meetingOn(),
        now(),
        null,
        null,
        signed.blocks()));
  }

  /**
   * Saves a block. Refused with {@link BlockChanged} when somebody saved it after the revision the writer started from.
   *
   * @param text what was written; guarded before it is stored
   * @param proposals by hotspot, for the block of hotspots
   */
  @Transactional
  public SituationPicture write(
      UUID id,
      BlockKind kind,
      int revision,
      String text,
      Map<String, String> proposals,
      boolean done) {
    requireWriter();
    SituationPicture picture = locked(id);
    requireState(picture, PictureState.DRAFT);
    PictureBlock before = picture.block(kind);
    PictureBlock after = rules.written(before, text, proposals, done);
    if (store.write(id, after, revision, now()).isEmpty()) {
      throw new BlockChanged(before);
    }
    audit.record(
        "picture.write",
        "situation_picture",
        id,
        Map.of("block", kind.name(), "revision", revision + 1));
    return get(id);
  }

  /** Ticks a block, or takes the tick away, leaving its text. */
  @Transactional
  public SituationPicture tick(UUID id, BlockKind kind, boolean done) {
    requireWriter();
    SituationPicture picture = locked(id);
    requireState(picture, PictureState.DRAFT);
    PictureBlock before = picture.block(kind);
    store.write(id, rules.ticked(before, done), before.revision(), now());
    return get(id);
  }

  /** Changes what the picture tells about. */
  @Transactional
  public SituationPicture cover(UUID id, Period covered) {
    requireWriter();
    SituationPicture picture = locked(id);
    requireState(picture, PictureState.DRAFT);
    store.setCovered(id, weeks(covered), now());
    audit.record("picture.cover", "situation_picture", id, Map.of("covered", covered.slug()));
    return get(id);
  }

  /** Utkast to Klar för möte: every block is ticked, and the group reads it from now. */
  @Transactional
  public SituationPicture ready(UUID id) {
    requireWriter();
    SituationPicture picture = locked(id);
    requireState(picture, PictureState.DRAFT);
    List<String> left = picture.blocks().stream()
        .filter(block -> !block.done())
        .map(PictureBlock::heading)
        .toList();
    if (!left.isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT, "situation.refused.blocksLeft", String.join(", ", left));
    }
    return turn(picture, PictureState.READY, "picture.ready");
  }

  /** Klar för möte back to Utkast. */
  @Transactional
  public SituationPicture reopen(UUID id) {
    requireWriter();
    SituationPicture picture = locked(id);
    requireState(picture, PictureState.READY);
    return turn(picture, PictureState.DRAFT, "picture.reopen");
  }

  /**
   * Beslut: text and figures stand from now. The figures are computed first, as the group's audience and outside the transaction that
   * keeps them.
   */
  public SituationPicture sign(UUID id) {
    requireWriter();
    Actor writer = CurrentActor.get();
    SituationPicture ready = tenancy.readAs(writer, () -> get(id));
    requireState(ready, PictureState.READY);
    PictureFigures figures = maker.now(ready);
    return tenancy.as(writer, () -> {
      SituationPicture picture = locked(id);
      requireState(picture, PictureState.READY);
      if (!picture.savedAt().equals(ready.savedAt())) {
        throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "situation.refused.meanwhile");
      }
      freezing.sign(picture, figures, now());
      return get(id);
    });
  }

  /** Shares a signed picture with leadership, small numbers hidden. */
  @Transactional
  public SituationPicture share(UUID id) {
    requireWriter();
    SituationPicture picture = locked(id);
    if (picture.state() != PictureState.SIGNED) {
      throw new Refused(Refused.Kind.CONFLICT, "situation.refused.share");
    }
    freezing.share(picture);
    return turn(picture, PictureState.SHARED, "picture.share");
  }

  /** The figures: those that were signed, else as they are now. */
  public PictureFigures figures(SituationPicture picture) {
    return picture.state().locked()
        ? tenancy.readAs(
            CurrentActor.get(),
            () -> frozen
                .find(picture.id())
                .orElseThrow(() -> new NotFound("figures of picture " + picture.id())))
        : maker.now(picture);
  }

  /** Counts again what was known when the picture was signed: another number means that reviewing or correcting changed it since. */
  public Optional<PictureFigures.Count> countAgain(SituationPicture picture) {
    return picture.state().locked() && CurrentActor.get().has(Role.COORDINATOR)
        ? Optional.of(maker.again(picture, figures(picture)))
        : Optional.empty();
  }

  private SituationPicture turn(SituationPicture picture, PictureState state, String verb) {
    store.setState(picture.id(), state, now());
    audit.record(verb, "situation_picture", picture.id());
    return get(picture.id());
  }

  private SituationPicture add(SituationPicture picture) {
    if (!store.add(picture)) {
      // Two coordinators opened it at once: the first one's stands.
      return store.latest(picture.group(), picture.period()).orElseThrow();
    }
    store.addEvent(picture.id(), "OPENED", picture.savedAt());
    audit.record(
        "picture.open",
        "situation_picture",
        picture.id(),
        Map.of("period", picture.period().slug(), "version", picture.version()));
    return get(picture.id());
  }

  private List<PictureBlock> freshBlocks() {
    List<PictureTemplate.Row> rows = template.rows();
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new PictureBlock(
            rows.get(i).kind(),
            i + 1,
            rows.get(i).heading(),
            rows.get(i).section(),
            null,
            Map.of(),
            false,
            0,
            null))
        .toList();
  }

  /** Figures are counted in whole weeks, at most half a year of them. */
  private static Period weeks(Period covered) {
    Period weeks = covered.wholeWeeks();
    if (weeks.firstWeek().until(weeks.lastWeek()) >= Period.MOST_WEEKS) {
      throw new InvalidInput("period", "situation.input.periodLong", Period.MOST_WEEKS);
    }
    return weeks;
  }

  private SituationPicture locked(UUID id) {
    return store.locked(id).orElseThrow(() -> new NotFound("picture " + id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void requireState(SituationPicture picture, PictureState state) {
    if (picture.state() != state) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          picture.state().locked()
              ? "situation.refused.locked"
              : "situation.refused.state." + picture.state().name());
    }
  }

  private static void requireWriter() {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "situation.refused.writer");
    }
  }

  /** The first of the group's weekdays in the period, or its first day when it has none. */
  private static LocalDate meetingDay(WorkingGroup group, Period period) {
    DayOfWeek day = group.meetsOn();
    return period
        .first()
        .datesUntil(period.last().plusDays(1))
        .filter(date -> date.getDayOfWeek() == day)
        .findFirst()
        .orElse(period.first());
  }
}
