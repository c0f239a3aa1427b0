package se.samlad.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Import.State;
import se.samlad.intake.file.Limits;
import se.samlad.intake.jdbc.FileStore;
import se.samlad.intake.jdbc.ImportStore;
import se.samlad.intake.jdbc.ImportStore.Standing;

/**
 * Files handed in: by the EST coordinator, the owning organisation's own coordinator, or the system from the command line. Recorded crime
 * belongs to the police organisation and is shared coarsely; reports from an earlier system belong to the organisation that had it.
 */
@Service
public class Imports {

  private final ImportStore store;
  private final FileStore files;
  private final Organisations organisations;
  private final List<RowTarget> targets;
  private final TextGuard guard;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Imports(
      ImportStore store,
      FileStore files,
      Organisations organisations,
      List<RowTarget> targets,
      TextGuard guard,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.organisations = organisations;
    this.targets = targets;
    this.guard = guard;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A file to read.
   *
   * @param onWordOf on whose word the rows are used; null keeps what was said for the profile before
   * @param owner the police organisation; null when there is only one to choose
   */
  public record NewImport(
      Profile profile,
      String fileName,
      long bytes,
      boolean dryRun,
      @Nullable String onWordOf,
      @Nullable UUID owner) {}

  /** A run waits to be read in the background. */
  record ImportWaits(UUID municipality, UUID importId) {}

  /** Takes a file in and lets it be read in the background. */
  @Transactional
  public Import hand(NewImport wanted, InputStream content) throws IOException {
    Import run = enter(wanted, State.WAITING);
    files.keep(run.id(), run.owner(), content);
    events.publishEvent(new ImportWaits(CurrentActor.get().municipality().value(), run.id()));
    return run;
  }

  /** Takes a file in that shall be shown how to read first. */
  @Transactional
  public Import draft(NewImport wanted, InputStream content) throws IOException {
    Import run = enter(wanted, State.DRAFT);
    files.keep(run.id(), run.owner(), content);
    return run;
  }

  /** Enters a file that the caller reads itself, from where it lies. */
  @Transactional
  public Import enter(NewImport wanted) {
    return enter(wanted, State.WAITING);
  }

  private Import enter(NewImport wanted, State state) {
    requireSize(wanted.bytes());
    boolean draft = state == State.DRAFT;
    Organisation owner = owner(
        wanted.owner(), draft ? owners() : owners(wanted.profile().mapping().target()));
    Standing standing = draft
        ? new Standing(owner.id(), word(wanted.onWordOf()), "COARSE")
        : standing(wanted, owner);
    Import run = new Import(
        Ids.next(),
        wanted.profile(),
        owner.id(),
        standing.onWordOf(),
        standing.sharingClass(),
        fileName(wanted.fileName()),
        wanted.bytes(),
        wanted.dryRun(),
        state,
        clock.instant(),
        CurrentActor.get().user(),
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        Map.of(),
        new TreeMap<>(),
        null,
        List.of());
    store.add(run);
    audit.record(
        "import.hand",
        "import",
        run.id(),
        Map.of("profile", run.profile().slug(), "dryRun", run.dryRun(), "bytes", run.fileBytes()));
    return run;
  }

  /** Lets a trial run that went well be written: the same file, read again. */
  @Transactional
  public void confirm(UUID id) {
    Import run = locked(id);
    if (!run.dryRun() || run.state() != State.DONE) {
      throw new Refused(Refused.Kind.CONFLICT, "intake.refused.confirm");
    }
    store.confirm(id);
    audit.record("import.confirm", "import", id);
    events.publishEvent(new ImportWaits(CurrentActor.get().municipality().value(), id));
  }

  /**
   * How a draft is read.
   *
   * @param name what the source is called from now on; one that has the name already is read this way from now on
   * @param sharingClass {@code OWNER}, {@code COARSE} or, for reports, {@code GROUP}
   */
  public record Drawing(String name, Mapping mapping, String sharingClass) {}

  /** Says how a draft is read, and remembers it for the source. */
  @Transactional
  public Profile draw(UUID id, Drawing drawing) {
    Import run = draft(id);
    Profile profile = remember(drawing, run.owner(), run.onWordOf());
    store.draw(id, profile, store.standing(profile).orElseThrow());
    return profile;
  }

  /** Remembers how the files of a source are read from now on. */
  @Transactional
  public Profile remember(Drawing drawing, @Nullable UUID wanted, @Nullable String onWordOf) {
    MappingRules.check(drawing);
    Organisation owner = owner(wanted, owners(drawing.mapping().target()));
    if (guard.guard(drawing.name()).masked()) {
      throw new InvalidInput("namn", "intake.source.nameWithPerson");
    }
    Profile profile =
        new Profile(MappingRules.slug(drawing.name()), drawing.name().strip(), drawing.mapping());
    Standing standing = new Standing(owner.id(), word(onWordOf), drawing.sharingClass());
    store.setStanding(profile, standing, CurrentActor.get().user(), clock.instant());
    store.setMapping(profile);
    audit.record("import.profile", "import_profile", profile.slug(), Map.of("owner", owner.id()));
    return profile;
  }

  /** Lets a draft be read: a trial run, as any file. */
  @Transactional
  public void tryOut(UUID id) {
    draft(id);
    store.setState(id, State.WAITING, clock.instant());
    events.publishEvent(new ImportWaits(CurrentActor.get().municipality().value(), id));
  }

  /** Stops an import while it waits or is read, and takes out what it had put in. */
  @Transactional
  public void cancel(UUID id) {
    Import run = locked(id);
    if (!run.waiting()) {
      throw new Refused(Refused.Kind.CONFLICT, "intake.refused.cancel");
    }
    int rows =
        run.dryRun() ? 0 : targets.stream().mapToInt(target -> target.undo(id)).sum();
    store.setState(id, State.CANCELLED, clock.instant());
    files.drop(id);
    audit.record("import.cancel", "import", id, Map.of("rows", rows));
  }

  /** The sources files can come from: those that come with the system, then the saved ones by name. */
  @Transactional(readOnly = true)
  public List<Profile> profiles() {
    return Stream.concat(Profile.fixed().stream(), store.profiles().stream()).toList();
  }

  @Transactional(readOnly = true)
  public Optional<Profile> profile(String slug) {
    return profiles().stream().filter(profile -> profile.slug().equals(slug)).findFirst();
  }

  private Import draft(UUID id) {
    Import run = locked(id);
    if (run.state() != State.DRAFT) {
      throw new Refused(Refused.Kind.CONFLICT, "intake.refused.draft");
    }
    return run;
  }

  /** Throws away a draft or a trial run and its file. */
  @Transactional
  public void discard(UUID id) {
    Import run = locked(id);
    if (!run.dryRun() || run.waiting()) {
      throw new Refused(Refused.Kind.CONFLICT, "intake.refused.discard");
    }
    store.remove(id);
    audit.record("import.discard", "import", id);
  }

  /** Takes back every row the import added; rows that an earlier import had brought stay. */
  @Transactional
  public int undo(UUID id) {
    Import run = locked(id);
    if (run.dryRun()
        || run.waiting()
        || run.state() == State.UNDONE
        || run.state() == State.CANCELLED) {
      throw new Refused(Refused.Kind.CONFLICT, "intake.refused.undo");
    }
    int rows = targets.stream().mapToInt(target -> target.undo(id)).sum();
    store.undone(id, CurrentActor.get().user(), clock.instant());
    audit.record("import.undo", "import", id, Map.of("rows", rows));
    return rows;
  }

  @Transactional(readOnly = true)
  public List<Import> list(int limit, int offset) {
    return store.list(limit, offset);
  }

  @Transactional(readOnly = true)
  public Import get(UUID id) {
    return store.find(id).orElseThrow(() -> new NotFound("import " + id));
  }

  /** Rows that could not be taken, in order of the file. At most ten thousand are kept. */
  @Transactional(readOnly = true)
  public List<RowProblem> errors(UUID id, int limit, int offset) {
    return store.errors(id, limit, offset);
  }

  /** On whose word a profile was used last; empty before its first import. */
  @Transactional(readOnly = true)
  public Optional<String> onWordOf(Profile profile) {
    return store.standing(profile).map(Standing::onWordOf);
  }

  /** The organisations whose files the actor may hand in. */
  @Transactional(readOnly = true)
  public List<Organisation> owners() {
    Actor actor = CurrentActor.get();
    boolean all = actor.has(Role.COORDINATOR) || actor.kind() == ActorKind.SYSTEM;
    return organisations.list().stream()
        .filter(organisation -> all || actor.coordinates(organisation.id()))
        .toList();
  }

  /** Those that may own such rows: recorded crime is the police's. */
  @Transactional(readOnly = true)
  public List<Organisation> owners(Mapping.Target target) {
    return owners().stream()
        .filter(organisation ->
            target == Mapping.Target.REPORTS || organisation.kind() == OrganisationKind.POLICE)
        .toList();
  }

  private static Organisation owner(@Nullable UUID wanted, List<Organisation> owners) {
    if (owners.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "intake.refused.owner");
    }
    if (wanted == null && owners.size() > 1) {
      throw new InvalidInput("agare", "intake.owner.several");
    }
    return owners.stream()
        .filter(owner -> wanted == null || owner.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("agare", "intake.owner.unknown"));
  }

  private Standing standing(NewImport wanted, Organisation owner) {
    Optional<Standing> before = store.standing(wanted.profile());
    if ((wanted.onWordOf() == null || wanted.onWordOf().isBlank())
        && before.isPresent()
        && before.get().owner().equals(owner.id())) {
      return before.get();
    }
    String sharing = before.map(Standing::sharingClass).orElse("COARSE");
    Standing now = new Standing(owner.id(), word(wanted.onWordOf()), sharing);
    if (!before.equals(Optional.of(now))) {
      store.setStanding(wanted.profile(), now, CurrentActor.get().user(), clock.instant());
      audit.record(
          "import.profile", "import_profile", wanted.profile().slug(), Map.of("owner", owner.id()));
    }
    return now;
  }

  private String word(@Nullable String text) {
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      throw new InvalidInput("ord", "intake.word.empty");
    }
    if (said.length() < 2 || said.length() > 200 || said.indexOf('\0') >= 0) {
      throw new InvalidInput("ord", "intake.word.length");
    }
    return guard.guard(said).text();
  }

  private String fileName(String name) {
    String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
        .strip();
    if (bare.isEmpty() || bare.length() > 200 || bare.chars().anyMatch(c -> c < ' ')) {
      throw new InvalidInput("fil", "intake.file.name");
    }
    if (guard.guard(bare).masked()) {
      throw new InvalidInput("fil", "intake.file.nameWithPerson");
    }
    return bare;
  }

  private static void requireSize(long bytes) {
    if (bytes == 0) {
      throw new InvalidInput("fil", "intake.file.empty");
    }
    if (bytes > Limits.FILE_BYTES) {
      throw new InvalidInput("fil", "intake.file.large", Limits.FILE_BYTES / 1_000_000);
    }
  }

  private Import locked(UUID id) {
    return store.lock(id).orElseThrow(() -> new NotFound("import " + id));
  }
}
