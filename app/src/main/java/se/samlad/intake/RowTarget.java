package se.samlad.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;

/**
 * Where rows of a kind end up; an upper module implements it. Every call runs in a transaction of the caller.
 */
public interface RowTarget {

  /**
   * What the rows belong to.
   *
   * @param owner the organisation whose rows they are
   * @param sharingClass {@code OWNER}, {@code COARSE} or {@code GROUP}
   * @param handedInBy the member who handed the file in; null for the command line
   */
  record Delivery(
      UUID importId,
      String profile,
      UUID owner,
      String sharingClass,
      @Nullable UUID handedInBy) {}

  /**
   * What became of a batch, or would.
   *
   * @param accepted rows that were missing and went in, those of an interrupted attempt at the same import counted again
   * @param offences what those rows stand for together
   * @param already rows an earlier delivery brought
   * @param changed rows among {@code already} whose content differs from what was stored first
   * @param weeks the Monday of each week that gets accepted rows, and how many
   */
  record Taken(
      int accepted, long offences, int already, int changed, Map<LocalDate, Integer> weeks) {

    static final Taken NOTHING = new Taken(0, 0, 0, 0, Map.of());

    public Taken {
      weeks = Map.copyOf(weeks);
    }

    Taken plus(Taken other) {
      Map<LocalDate, Integer> sum = new HashMap<>(weeks);
      other.weeks.forEach((week, rows) -> sum.merge(week, rows, Integer::sum));
      return new Taken(
          accepted + other.accepted,
          offences + other.offences,
          already + other.already,
          changed + other.changed,
          sum);
    }
  }

  /** Which rows it takes. */
  Mapping.Target target();

  /**
   * As whom rows are handed on: one that may write all that a row holds. Called as the system, before the first batch.
   *
   * @param name what the source of the rows is called
   */
  default Actor writer(Delivery delivery, String name) {
    return CurrentActor.get();
  }

  /** Tells what would become of the batch; writes nothing. */
  Taken check(Delivery delivery, List<FileRow> batch);

  /** Adds the rows of the batch that are missing. Doing it again changes nothing and answers the same. */
  Taken accept(Delivery delivery, List<FileRow> batch);

  /** The rows of an import have become twice as many since this was last called: time to tell the database how full it is. */
  void grown();

  /** The Monday of the last week that holds rows of the profile which other imports brought. */
  Optional<LocalDate> heldUntil(Delivery delivery);

  /** How many rows of the profile are stored that were recorded within the days, both included. */
  int held(Delivery delivery, LocalDate first, LocalDate last);

  /** Takes back what the import added; returns how many rows that was. */
  int undo(UUID importId);
}
