package se.samlad.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.samlad.catalogue.CrimeCodes;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.AreaRegister;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Import.Refusal;
import se.samlad.intake.Import.State;
import se.samlad.intake.RowTarget.Delivery;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.Tables;
import se.samlad.intake.file.UnreadableFile;
import se.samlad.intake.jdbc.FileStore;
import se.samlad.intake.jdbc.ImportStore;
import se.samlad.intake.row.Reading;
import se.samlad.intake.row.RowReader;

/**
 * Reads a file twice: first to see that all of it can be read and is of the profile, so that a broken file writes nothing; then in batches, each a
 * transaction of its own with its progress. Killed in between, the next reading starts over and finds what is already there.
 */
@Service
public class ImportWork {

  /** Row errors that are kept; beyond, they are only counted. */
  static final int KEPT_ERRORS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  private final Tenancy tenancy;
  private final ImportStore store;
  private final FileStore files;
  private final List<RowTarget> targets;
  private final Municipalities municipalities;
  private final Areas areas;
  private final AreaRegister register;
  private final CrimeCodes codes;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  ImportWork(
      Tenancy tenancy,
      ImportStore store,
      FileStore files,
      List<RowTarget> targets,
      Municipalities municipalities,
      Areas areas,
      AreaRegister register,
      CrimeCodes codes,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.tenancy = tenancy;
    this.store = store;
    this.files = files;
    this.targets = List.copyOf(targets);
    this.municipalities = municipalities;
    this.areas = areas;
    this.register = register;
    this.codes = codes;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reads the file of an import that waits, or that was interrupted; one that is done is left alone.
   *
   * @param progress told after each batch
   */
  public Import run(MunicipalityId municipality, UUID id, Path file, Consumer<Import> progress) {
    Actor system = Actor.system(municipality);
    Import run = tenancy.readAs(system, () -> store.find(id).orElseThrow());
    if (!run.waiting()) {
      return run;
    }
    try {
      read(system, run, file, progress);
    } catch (ImportPass.Stopped stopped) {
      LOG.info("import {} was stopped", id);
    } catch (UnreadableFile unreadable) {
      Refusal why = new Refusal(unreadable.messageKey(), unreadable.arguments());
      tenancy.as(system, () -> {
        store.refuse(id, State.REFUSED, why, clock.instant());
        files.drop(id);
        audit.record("import.refuse", "import", id, Map.of("why", why.messageKey()));
      });
    }
    return tenancy.readAs(system, () -> store.find(id).orElseThrow());
  }

  /** It cannot go on: says so and lets go of the file. What went in stays, and can be taken back or brought again. */
  void giveUp(MunicipalityId municipality, UUID id) {
    LOG.error("import {} was given up", id);
    tenancy.as(Actor.system(municipality), () -> {
      store.refuse(id, State.FAILED, new Refusal("intake.failed", List.of()), clock.instant());
      files.drop(id);
      audit.record("import.fail", "import", id);
    });
  }

  private void read(Actor system, Import run, Path file, Consumer<Import> progress) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    String name = tenancy.readAs(system, () -> municipalities.get().name());
    Mapping mapping = run.profile().mapping();
    RowTarget target = target(mapping.target());
    int rows = lookThrough(mapping, file, today, name);
    Actor writer = tenancy.as(system, () -> {
      Delivery delivery = ImportPass.delivery(run);
      LocalDate held = target.heldUntil(delivery).orElse(null);
      store.start(run.id(), run.dryRun(), rows, held, clock.instant());
      return run.dryRun() ? system : target.writer(delivery, run.profile().name());
    });
    ImportPass pass = tenancy.readAs(
        system,
        () -> new ImportPass(
            run, store, target, new AreaBook(areas, register, run.dryRun(), today), codes));
    rows(mapping, file, today, name, (number, reading) -> {
      pass.take(number, reading);
      if (pass.full()) {
        flush(system, writer, pass, target);
        progress.accept(tenancy.readAs(system, () -> store.find(run.id()).orElseThrow()));
      }
    });
    flush(system, writer, pass, target);
    tenancy.as(system, () -> {
      store.end(run.id(), State.DONE, pass.missing(), clock.instant());
      if (!run.dryRun()) {
        files.drop(run.id());
      }
      audit.record("import.read", "import", run.id(), pass.summary());
    });
  }

  private void flush(Actor system, Actor writer, ImportPass pass, RowTarget target) {
    tenancy.as(system, pass::locate);
    tenancy.as(writer, pass::flush);
    if (pass.outgrown()) {
      tenancy.as(system, target::grown);
    }
  }

  /** Reads every row of the file, its header left out. */
  private void rows(
      Mapping mapping,
      Path file,
      LocalDate today,
      String municipality,
      BiConsumer<Integer, Reading> consumer) {
    RowReader[] reader = new RowReader[1];
    Tables.read(file, mapping.form(), row -> {
      if (reader[0] == null) {
        RawRow header = mapping.header() ? row : RowReader.numbered(row);
        reader[0] = new RowReader(mapping, header, today, municipality, guard);
        if (mapping.header()) {
          return;
        }
      }
      consumer.accept(row.number(), reader[0].read(row));
    });
  }

  /** Counts the rows and meets every fault that makes a file unreadable. */
  private int lookThrough(Mapping mapping, Path file, LocalDate today, String municipality) {
    AtomicInteger rows = new AtomicInteger(mapping.header() ? -1 : 0);
    AtomicBoolean first = new AtomicBoolean(true);
    Tables.read(file, mapping.form(), row -> {
      rows.incrementAndGet();
      if (first.getAndSet(false)) {
        RawRow header = mapping.header() ? row : RowReader.numbered(row);
        // Reading the header is the check.
        var checked = new RowReader(mapping, header, today, municipality, guard);
        LOG.trace("header read by {}", checked);
      }
    });
    if (rows.get() < 1) {
      throw new UnreadableFile("intake.file.noRows");
    }
    return rows.get();
  }

  private RowTarget target(Mapping.Target wanted) {
    return targets.stream()
        .filter(target -> target.target() == wanted)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody takes " + wanted));
  }
}
