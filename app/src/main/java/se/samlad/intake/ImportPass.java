package se.samlad.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.catalogue.CrimeCodes;
import se.samlad.intake.Import.Note;
import se.samlad.intake.RowTarget.Delivery;
import se.samlad.intake.RowTarget.Taken;
import se.samlad.intake.jdbc.ImportStore;
import se.samlad.intake.row.Reading;

/** One reading of one file: gives rows their keys, gathers them in batches and counts what becomes of them. */
final class ImportPass {

  private static final int BATCH = 1000;

  private final Import run;
  private final Delivery delivery;
  private final ImportStore store;
  private final RowTarget target;
  private final AreaBook book;
  private final CrimeCodes codes;
  private final Set<String> knownCodes;
  private final Ordinals ordinals = new Ordinals();
  private final Map<Note, Integer> notes = new EnumMap<>(Note.class);

  private List<FileRow> batch = new ArrayList<>(BATCH);
  private List<FileRow> located = List.of();
  private List<RowProblem> problems = new ArrayList<>();
  private Taken taken = Taken.NOTHING;
  private int sinceFlush;
  private int read;
  private int wrong;
  private int keptProblems;
  private int knownSize = BATCH / 2;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  ImportPass(Import run, ImportStore store, RowTarget target, AreaBook book, CrimeCodes codes) {
    this.run = run;
    this.delivery = delivery(run);
    this.store = store;
    this.target = target;
    this.book = book;
    this.codes = codes;
    this.knownCodes = new HashSet<>(codes.labels().keySet());
  }

  static Delivery delivery(Import run) {
    return new Delivery(
        run.id(), run.profile().slug(), run.owner(), run.sharingClass(), run.createdBy());
  }

  void take(int number, Reading reading) {
    read++;
    sinceFlush++;
    switch (reading) {
      case Reading.Elsewhere() -> count(Note.ELSEWHERE);
      case Reading.LeftOut() -> count(Note.LEFT_OUT);
      case Reading.Wrong(List<RowProblem> why) -> refuse(why);
      case Reading.Good(FileRow row, boolean recordedBefore) -> {
        if (recordedBefore) {
          count(Note.RECORDED_BEFORE);
        }
        keep(row);
      }
    }
  }

  boolean full() {
    return sinceFlush >= BATCH;
  }

  /** Finds the areas of the batch and enters those that are new, as the system. */
  void locate() {
    located = book.locate(batch);
    located.stream().filter(row -> row.areaId() == null).forEach(row -> {
      if (!run.dryRun() || row.areaCode().isEmpty()) {
        count(Note.WITHOUT_AREA);
      }
    });
    if (run.profile().mapping().target() == Mapping.Target.CRIMES) {
      enterCodes(located);
    }
    if (book.fresh() > 0) {
      notes.put(Note.NEW_AREAS, book.fresh());
    }
  }

  /** Hands the located batch on and tells the progress, in the caller's transaction. */
  void flush() {
    if (!located.isEmpty()) {
      taken = taken.plus(
          run.dryRun() ? target.check(delivery, located) : target.accept(delivery, located));
    }
    for (RowProblem problem : problems) {
      if (keptProblems++ < ImportWork.KEPT_ERRORS) {
        store.addError(run.id(), run.owner(), problem);
      }
    }
    batch = new ArrayList<>(BATCH);
    located = List.of();
    problems = new ArrayList<>();
    sinceFlush = 0;
    boolean goesOn = store.progress(
        run.id(),
        new ImportStore.Progress(
            read,
            taken.accepted(),
            taken.offences(),
            taken.already(),
            taken.changed(),
            wrong,
            first,
            last,
            notes,
            taken.weeks()));
    if (!goesOn) {
      throw new Stopped();
    }
  }

  /** Whether so many rows went in that what is known of the table's size no longer holds. */
  boolean outgrown() {
    if (run.dryRun() || taken.accepted() < 2 * knownSize) {
      return false;
    }
    knownSize = taken.accepted();
    return true;
  }

  /** Rows stored earlier that were recorded within the days of this file and are not in it. */
  int missing() {
    if (first == null || last == null) {
      return 0;
    }
    int here = taken.already() + (run.dryRun() ? 0 : taken.accepted());
    return Math.max(0, target.held(delivery, first, last) - here);
  }

  Map<String, Object> summary() {
    return Map.of(
        "rows", read, "accepted", taken.accepted(), "already", taken.already(), "wrong", wrong);
  }

  private void keep(FileRow row) {
    if (row.key().isEmpty()) {
      int ordinal = ordinals.next(Long.parseUnsignedLong(row.contentHash(), 0, 16, 16));
      batch.add(row.withKey(row.contentHash() + ":" + ordinal));
    } else if (ordinals.next(mixed(row.key())) == 1) {
      batch.add(row);
    } else {
      refuse(List.of(new RowProblem(
          row.number(),
          run.profile().mapping().heading(Field.ID),
          "intake.row.sameId",
          List.of(row.key().substring(3)))));
      return;
    }
    LocalDate day = row.recordedOn();
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  private void refuse(List<RowProblem> why) {
    wrong++;
    if (keptProblems + problems.size() < ImportWork.KEPT_ERRORS) {
      problems.addAll(why);
    }
  }

  private void enterCodes(List<FileRow> rows) {
    for (FileRow row : rows) {
      if (knownCodes.add(row.code())) {
        count(Note.NEW_CODES);
        if (!run.dryRun()) {
          codes.enter(row.code(), row.label().isEmpty() ? "Brottskod " + row.code() : row.label());
        }
      }
    }
  }

  private void count(Note note) {
    notes.merge(note, 1, Integer::sum);
  }

  /** FNV-1a, 64 bits, with a last mixing: short ids must not lie in a row. */
  private static long mixed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 29;
  }

  /** Somebody stopped the import; the batch of this transaction goes back with it. */
  static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the import was stopped", null, false, false);
    }
  }
}
