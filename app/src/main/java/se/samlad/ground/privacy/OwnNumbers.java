package se.samlad.ground.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;

/** The acting municipality's own numbers that the guard leaves in texts (Swedish: egna nummer). */
@Service
public class OwnNumbers {

  private static final int LONGEST_LABEL = 80;
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST = 500;

  private final JdbcClient db;
  private final TextGuard guard;
  private final LocalLists lists;
  private final Audit audit;
  private final Clock clock;

  OwnNumbers(JdbcClient db, TextGuard guard, LocalLists lists, Audit audit, Clock clock) {
    this.db = db;
    this.guard = guard;
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A number.
   *
   * @param number digits as dialled within the country, with * last for a series
   * @param label whose line it is: växel, felanmälan
   */
  public record OwnNumber(String number, String label) {}

  @Transactional(readOnly = true)
  public List<OwnNumber> list() {
    return db.sql("select number, label from samlad.authority_number order by label, number")
        .query(OwnNumber.class)
        .list();
  }

  /** Adds a number, as people write it; a private one must not be added, and nobody can tell that but the one who adds it. */
  @Transactional
  public OwnNumber add(String written, String label) {
    requireKeeper();
    String number = AuthorityNumbers.normal(written);
    if (!number.matches("0[0-9]{" + (FEWEST_DIGITS - 1) + ",14}[*]?") || number.startsWith("00")) {
      throw new InvalidInput("nummer", "privacy.numbers.input.number", FEWEST_DIGITS);
    }
    if (number.matches("07[02369].*")) {
      throw new InvalidInput("nummer", "privacy.numbers.input.mobile");
    }
    String told = guard.guard(label.strip()).text();
    if (told.length() < 2
        || told.length() > LONGEST_LABEL
        || told.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("etikett", "privacy.numbers.input.label", LONGEST_LABEL);
    }
    insert(number, told);
    audit.record("guard.add_number", "authority_number", number, Map.of());
    lists.forget(CurrentActor.get().municipality());
    return new OwnNumber(number, told);
  }

  @Transactional
  public void remove(String number) {
    requireKeeper();
    int removed = db.sql("delete from samlad.authority_number where number = :number")
        .param("number", number)
        .update();
    if (removed == 0) {
      throw new NotFound("number " + number);
    }
    audit.record("guard.remove_number", "authority_number", number, Map.of());
    lists.forget(CurrentActor.get().municipality());
  }

  private void insert(String number, String label) {
    if (list().size() >= MOST) {
      throw new Refused(Refused.Kind.CONFLICT, "privacy.numbers.many", MOST);
    }
    int added = db.sql("""
            insert into samlad.authority_number (municipality_id, number, label, added_at, added_by)
            values (samlad.municipality(), :number, :label, :now, :by)
            on conflict (municipality_id, number) do nothing
            """)
        .param("number", number)
        .param("label", label)
        .param("now", Timestamp.from(clock.instant()))
        .param("by", CurrentActor.get().user())
        .update();
    if (added == 0) {
      throw new Refused(Refused.Kind.CONFLICT, "privacy.numbers.already");
    }
  }

  private static void requireKeeper() {
    Actor actor = CurrentActor.get();
    if (actor.kind() != ActorKind.SYSTEM
        && !actor.has(Role.ADMINISTRATOR)
        && !actor.has(Role.DATA_PROTECTION)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "privacy.numbers.notYours");
    }
  }
}
