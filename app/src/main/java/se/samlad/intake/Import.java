package se.samlad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file handed in and what became of it (Swedish: import).
 *
 * @param onWordOf on whose word the rows are used
 * @param dryRun whether nothing is written: a trial run (provkörning)
 * @param rowsTotal rows of the file, known after the first reading
 * @param missing rows stored earlier and recorded within the days of this file that it no longer has
 * @param firstDay the first recorded day in the file
 * @param notes counts of what is peculiar but taken
 * @param weeks the Monday of each week that gets new rows, and how many
 * @param heldUntil the last week the source had rows for before
 * @param refusal why the whole file could not be read; empty when it could
 */
public record Import(
    UUID id,
    Profile profile,
    UUID owner,
    String onWordOf,
    String sharingClass,
    String fileName,
    long fileBytes,
    boolean dryRun,
    State state,
    Instant createdAt,
    @Nullable UUID createdBy,
    @Nullable Instant endedAt,
    int rowsTotal,
    int rowsRead,
    int accepted,
    long offences,
    int already,
    int changed,
    int wrong,
    int missing,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    Map<Note, Integer> notes,
    SortedMap<LocalDate, Integer> weeks,
    @Nullable LocalDate heldUntil,
    List<Refusal> refusal) {

  public Import {
    notes = Map.copyOf(notes);
    weeks = Collections.unmodifiableSortedMap(new TreeMap<>(weeks));
    refusal = List.copyOf(refusal);
  }

  /** Where an import stands. */
  public enum State {
    /** It is being shown how the file is read. */
    DRAFT,
    WAITING,
    RUNNING,
    DONE,
    /** The file cannot be read; nothing was written. */
    REFUSED,
    /** It broke off; what went in is kept and the same file can be imported again. */
    FAILED,
    /** Somebody stopped it while it was read; what went in was taken out. */
    CANCELLED,
    UNDONE
  }

  /** What is peculiar about rows that were taken, or why they were left out without being wrong. */
  public enum Note {
    /** Rows without area, counted under Utan område. */
    WITHOUT_AREA,
    /** Areas that were not known and got a name without outline. */
    NEW_AREAS,
    /** Rows recorded before the day of the offence. */
    RECORDED_BEFORE,
    /** Rows of another municipality, left out. */
    ELSEWHERE,
    /** Crime codes the catalogue did not have. */
    NEW_CODES,
    /** Rows of kinds that the mapping leaves out. */
    LEFT_OUT
  }

  /** Why a file cannot be read. */
  public record Refusal(String messageKey, List<String> arguments) {
    public Refusal {
      arguments = List.copyOf(arguments);
    }
  }

  public boolean waiting() {
    return state == State.WAITING || state == State.RUNNING;
  }

  /** The earlier weeks that late rows change. */
  public SortedMap<LocalDate, Integer> lateWeeks() {
    return heldUntil == null ? Collections.emptySortedMap() : weeks.headMap(heldUntil.plusDays(1));
  }

  public int note(Note note) {
    return notes.getOrDefault(note, 0);
  }

  /** How far the reading has come, 0 to 100. */
  public int percent() {
    return rowsTotal == 0 ? 0 : (int) Math.min(100, 100L * rowsRead / rowsTotal);
  }
}
