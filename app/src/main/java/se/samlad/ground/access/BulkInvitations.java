package se.samlad.ground.access;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.proof.Logins;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;

/**
 * Invites many at once from a table (Swedish: inbjudningar från fil): name, address, organisation, and unit and role where they are said.
 * Read twice it invites once: who has an account gets the roles that are missing and no second invitation, and the same address in two
 * rows is one account for two organisations. A row that cannot be read is told and stops none of the others.
 */
@Component
public class BulkInvitations {

  public static final int MOST_ROWS = 500;
  private static final int LONGEST_NAME = 120;
  private static final Map<String, Role> ROLES = Map.of(
      "", Role.REPORTER,
      "rapportör", Role.REPORTER,
      "reporter", Role.REPORTER,
      "samordnare", Role.ORGANISATION_COORDINATOR,
      "organisationssamordnare", Role.ORGANISATION_COORDINATOR,
      "coordinator", Role.ORGANISATION_COORDINATOR);

  private final Members members;
  private final Organisations organisations;
  private final Units units;
  private final Logins logins;
  private final Invitations invitations;
  private final Outbox outbox;
  private final MessageSource messages;
  private final Clock clock;

  BulkInvitations(
      Members members,
      Organisations organisations,
      Units units,
      Logins logins,
      Invitations invitations,
      Outbox outbox,
      MessageSource messages,
      Clock clock) {
    this.members = members;
    this.organisations = organisations;
    this.units = units;
    this.logins = logins;
    this.invitations = invitations;
    this.outbox = outbox;
    this.messages = messages;
    this.clock = clock;
  }

  /** What a row does. */
  public enum Outcome {
    /** A new account and an invitation. */
    NEW,
    /** An account that gets more roles. */
    MORE_ROLES,
    /** Nothing: the account has what the row says. */
    ALREADY,
    /** The row cannot be read. */
    WRONG
  }

  /**
   * A row and what comes of it.
   *
   * @param problem why it cannot be read, for WRONG
   * @param link where a new account begins, once it has been invited
   */
  public record Line(
      int number,
      String name,
      String email,
      Outcome outcome,
      @Nullable InputProblem problem,
      @Nullable String link) {}

  /** A row that can be read. */
  private record Wanted(int number, String name, String email, Grant grant) {}

  /** What would come of the table; nothing is written. */
  @Transactional(readOnly = true)
  public List<Line> check(String table) {
    return read(table, false);
  }

  /** Does what {@link #check} said, in one transaction. */
  @Transactional
  public List<Line> invite(String table) {
    return read(table, true);
  }

  private List<Line> read(String table, boolean write) {
    List<List<String>> rows = rows(table);
    Map<String, Integer> columns = columns(rows.getFirst());
    Map<String, UUID> known = new HashMap<>();
    Map<String, Set<Grant>> promised = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      try {
        Wanted wanted = wanted(i + 1, rows.get(i), columns);
        lines.add(done(wanted, known, promised, write));
      } catch (InvalidInput wrong) {
        lines.add(new Line(
            i + 1,
            cell(rows.get(i), columns, "namn"),
            cell(rows.get(i), columns, "epost"),
            Outcome.WRONG,
            wrong.problems().getFirst(),
            null));
      }
    }
    return lines;
  }

  private Line done(
      Wanted wanted, Map<String, UUID> known, Map<String, Set<Grant>> promised, boolean write) {
    Optional<UUID> account =
        Optional.ofNullable(known.get(wanted.email())).or(() -> account(wanted.email()));
    Set<Grant> held = promised.computeIfAbsent(
        wanted.email(),
        email -> new HashSet<>(account.map(id -> members.get(id).grants()).orElse(List.of())));
    boolean seen = account.isPresent() || !held.isEmpty();
    boolean added = held.add(wanted.grant());
    if (seen) {
      if (added && write) {
        members.grant(account.orElseThrow(), wanted.grant());
      }
      return line(wanted, added ? Outcome.MORE_ROLES : Outcome.ALREADY, null);
    }
    String link = null;
    if (write) {
      UUID member =
          members.add(wanted.name(), Locale.of("sv"), List.of(wanted.grant())).id();
      known.put(wanted.email(), member);
      link = invitations.invite(member, wanted.email());
      outbox.post(message(member, link));
    }
    return line(wanted, Outcome.NEW, link);
  }

  private Message message(UUID member, String link) {
    Instant now = clock.instant();
    Locale swedish = Locale.of("sv");
    return new Message(
        "invitation:" + member + ":" + now.getEpochSecond(),
        member,
        Message.Kind.INVITATION,
        messages.getMessage("access.bulk.mail.subject", null, swedish),
        messages.getMessage("access.bulk.mail.text", null, swedish),
        "/",
        link,
        now.plus(Invitations.GOOD_FOR));
  }

  private Optional<UUID> account(String email) {
    MunicipalityId here = CurrentActor.get().municipality();
    return logins.find(email).stream()
        .filter(account -> account.municipality().equals(here))
        .map(Logins.Account::member)
        .findFirst();
  }

  private Wanted wanted(int number, List<String> row, Map<String, Integer> columns) {
    String name = cell(row, columns, "namn");
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("namn", "access.bulk.name", LONGEST_NAME);
    }
    String email = Logins.normalised(cell(row, columns, "epost"));
    String said = cell(row, columns, "organisation");
    Organisation organisation = organisations.list().stream()
        .filter(one -> one.name().equalsIgnoreCase(said))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("organisation", "access.bulk.organisation", said));
    String unitName = cell(row, columns, "enhet");
    Unit unit = unitName.isEmpty()
        ? null
        : units.listOf(organisation.id()).stream()
            .filter(one -> one.name().equalsIgnoreCase(unitName))
            .findFirst()
            .orElseThrow(
                () -> new InvalidInput("enhet", "access.bulk.unit", unitName, organisation.name()));
    String roleName = cell(row, columns, "roll");
    Role role = ROLES.get(roleName.toLowerCase(Locale.ROOT));
    if (role == null) {
      throw new InvalidInput("roll", "access.bulk.role", roleName);
    }
    return new Wanted(
        number, name, email, new Grant(role, organisation.id(), unit == null ? null : unit.id()));
  }

  private static Line line(Wanted wanted, Outcome outcome, @Nullable String link) {
    return new Line(wanted.number(), wanted.name(), wanted.email(), outcome, null, link);
  }

  private static List<List<String>> rows(String table) {
    String text = table.startsWith("\ufeff") ? table.substring(1) : table;
    String head = text.lines().findFirst().orElse("");
    char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
    List<List<String>> rows = new ArrayList<>();
    try {
      for (CsvRecord record :
          CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).ofCsvRecord(text)) {
        rows.add(record.getFields().stream().map(String::strip).toList());
        if (rows.size() > MOST_ROWS + 1) {
          throw new InvalidInput("fil", "access.bulk.many", MOST_ROWS);
        }
      }
    } catch (CsvParseException broken) {
      throw new InvalidInput("fil", "access.bulk.unreadable");
    }
    if (rows.size() < 2) {
      throw new InvalidInput("fil", "access.bulk.empty");
    }
    return rows;
  }

  private static Map<String, Integer> columns(List<String> head) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      columns.putIfAbsent(head.get(i).toLowerCase(Locale.ROOT).replace("-", ""), i);
    }
    for (String needed : List.of("namn", "epost", "organisation")) {
      if (!columns.containsKey(needed)) {
        throw new InvalidInput("fil", "access.bulk.column", needed);
      }
    }
    return columns;
  }

  private static String cell(List<String> row, Map<String, Integer> columns, String name) {
    Integer at = columns.get(name);
    return at == null || at >= row.size() ? "" : row.get(at);
  }
}
