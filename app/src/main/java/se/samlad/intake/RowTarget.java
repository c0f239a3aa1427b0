package se.samlad.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Where rows of a kind end up; an upper module implements it. Every call runs in a transaction of the caller, as the system of the
 * municipality.
 *
 * @param <R> the rows it takes
 */
public interface RowTarget<R> {

  /**
   * What the rows belong to.
   *
   * @param owner the organisation whose rows they are
   * @param sharingClass {@code OWNER} or {@code COARSE}
   */
  record Delivery(UUID importId, String profile, UUID owner, String sharingClass) {}

  /**
   * What became of a batch, or would.
   *
   * @param accepted rows that were missing and went in, those of an interrupted attempt at the same import counted again
   * @param offences what those rows stand for together
   * @param already rows an earlier delivery brought
   * @param changed rows among {@code already} whose content differs from what was stored first
   */
  record Taken(int accepted, long offences, int already, int changed) {

    static final Taken NOTHING = new Taken(0, 0, 0, 0);

    Taken plus(Taken other) {
      return new Taken(
          accepted + other.accepted,
          offences + other.offences,
          already + other.already,
          changed + other.changed);
    }
  }

  /** Tells what would become of the batch; writes nothing. */
  Taken check(Delivery delivery, List<R> batch);

  /** Adds the rows of the batch that are missing. Doing it again changes nothing and answers the same. */
  Taken accept(Delivery delivery, List<R> batch);

  /** The rows of an import have become twice as many since this was last called: time to tell the database how full it is. */
  void grown();

  /** How many rows of the profile are stored that were recorded within the days, both included. */
  int held(Delivery delivery, LocalDate first, LocalDate last);

  /** Takes back what the import added; returns how many rows that was. */
  int undo(UUID importId);
}
