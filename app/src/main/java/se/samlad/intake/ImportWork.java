package se.samlad.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.Tables;
import se.samlad.intake.file.UnreadableFile;
import se.samlad.intake.jdbc.FileStore;
import se.samlad.intake.jdbc.ImportStore;
import se.samlad.intake.police.PoliceReader;

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
  private final RowTarget<CrimeRow> target;
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
      RowTarget<CrimeRow> target,
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
    this.target = target;
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
    int rows = lookThrough(run.profile(), file, today, name);
    tenancy.as(system, () -> store.start(run.id(), run.dryRun(), rows, clock.instant()));
    ImportPass pass = tenancy.readAs(
        system,
        () -> new ImportPass(
            run, store, target, new AreaBook(areas, register, run.dryRun(), today), codes));
    PoliceReader[] reader = new PoliceReader[1];
    Tables.read(file, row -> {
      if (reader[0] == null) {
        reader[0] = new PoliceReader(run.profile(), row, today, name, guard);
        return;
      }
      pass.take(row.number(), reader[0].read(row));
      if (pass.full()) {
        tenancy.as(system, pass::flush);
        if (pass.outgrown()) {
          tenancy.as(system, target::grown);
        }
        progress.accept(tenancy.readAs(system, () -> store.find(run.id()).orElseThrow()));
      }
    });
    tenancy.as(system, () -> {
      pass.flush();
      store.end(run.id(), State.DONE, pass.missing(), clock.instant());
      if (!run.dryRun()) {
        files.drop(run.id());
      }
      audit.record("import.read", "import", run.id(), pass.summary());
    });
  }

  /** Counts the rows and meets every fault that makes a file unreadable. */
  private int lookThrough(Profile profile, Path file, LocalDate today, String municipality) {
    AtomicInteger rows = new AtomicInteger(-1);
    Consumer<RawRow> count = row -> {
      if (rows.incrementAndGet() == 0) {
        // Reading the header is the check.
        var checked = new PoliceReader(profile, row, today, municipality, guard);
        LOG.trace("header read by {}", checked);
      }
    };
    Tables.read(file, count);
    if (rows.get() < 1) {
      throw new UnreadableFile("intake.file.noRows");
    }
    return rows.get();
  }
}
