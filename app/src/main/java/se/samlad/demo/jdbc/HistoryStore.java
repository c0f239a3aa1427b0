package se.samlad.demo.jdbc;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.demo.history.Chronicle;
import se.samlad.demo.history.Chronicle.Fate;
import se.samlad.demo.history.Chronicle.Sighting;
import se.samlad.demo.people.Cast;
import se.samlad.demo.people.Cast.Party;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.TextGuard;

/**
 * Writes a history as reports and incidents would have left it: report, version, event, incident, source, detail, review. In bulk, as the
 * system; the texts follow as their owners ({@link #writeTexts}), because the system may not write them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HistoryStore {

  private final BulkRows rows;
  private final CrimeHistory crimes;
  private final Categories categories;
  private final TextGuard guard;
  private final JdbcClient db;

  HistoryStore(
      BulkRows rows, CrimeHistory crimes, Categories categories, TextGuard guard, JdbcClient db) {
    this.rows = rows;
    this.crimes = crimes;
    this.categories = categories;
    this.guard = guard;
    this.db = db;
  }

  /** Everything but the texts. */
  public void write(Chronicle chronicle, Cast cast, Instant now) {
    Map<String, Category> known = new HashMap<>();
    categories.current().forEach(category -> known.put(category.code(), category));
    reports(chronicle.sightings(), cast, known);
    incidents(chronicle.sightings(), cast, known, now);
    answers(chronicle.answers(), cast);
    crimes.write(chronicle, cast);
  }

  /** The texts of one organisation; the actor is its coordinator. */
  public void writeTexts(Chronicle chronicle, Party party, Cast cast, Instant now) {
    Map<String, TextGuard.Guarded> guarded = new HashMap<>();
    List<Map<String, Object>> texts = new ArrayList<>();
    for (Sighting seen : chronicle.sightings()) {
      String written = seen.text();
      if (written != null && seen.party().id().equals(party.id())) {
        texts.add(text(seen, guarded.computeIfAbsent(written, guard::guard), cast, now));
      }
    }
    rows.insert("report_text", texts);
  }

  private void reports(List<Sighting> sightings, Cast cast, Map<String, Category> known) {
    List<Map<String, Object>> reports = new ArrayList<>();
    List<Map<String, Object>> items = new ArrayList<>();
    List<Map<String, Object>> events = new ArrayList<>();
    for (Sighting seen : sightings) {
      reports.add(Row.of(
          "report_id", seen.id(),
          "organisation_id", seen.party().id(),
          "unit_id", seen.squad().id(),
          "member_id", seen.reporter(),
          "received_at", seen.receivedAt(),
          "body_hmac", seal(seen.id()),
          "channel", "DEMO"));
      items.add(item(seen, cast, known));
      events.add(Row.of(
          "event_id", derived(seen.id(), 1),
          "report_id", seen.id(),
          "organisation_id", seen.party().id(),
          "reporter_id", seen.reporter(),
          "kind", "RECEIVED",
          "version", 1,
          "at", seen.receivedAt(),
          "by_member", seen.reporter()));
    }
    rows.insert("report", reports);
    rows.insert("report_item", items);
    rows.insert("report_event", events);
  }

  private Map<String, Object> item(Sighting seen, Cast cast, Map<String, Category> known) {
    Map<String, Object> item = Row.of(
        "report_id", seen.id(),
        "version", 1,
        "ordinal", 1,
        "organisation_id", seen.party().id(),
        "member_id", seen.reporter(),
        "text_state", textState(seen.text()),
        "answers", Map.of());
    item.putAll(facts(seen, cast, known));
    return item;
  }

  /** What report and incident say alike: what, when and where. */
  private static Map<String, Object> facts(Sighting seen, Cast cast, Map<String, Category> known) {
    boolean point = !seen.precision().equals("AREA");
    Sweref99.Geographic at = Sweref99.TM.unproject(seen.northing(), seen.easting());
    return Row.of(
        "category_code", seen.category(),
        "catalogue_version", category(known, seen).version(),
        "from_at", seen.from(),
        "to_at", seen.to(),
        "lon", point ? at.lon() : null,
        "lat", point ? at.lat() : null,
        "easting", point ? seen.easting() : null,
        "northing", point ? seen.northing() : null,
        "precision_class", seen.precision(),
        "area_id", cast.areas().get(seen.area()),
        "place_label", seen.placeLabel(),
        "indoors", false,
        "ongoing", false,
        "severity", seen.severity(),
        "suspected", seen.suspected());
  }

  private void incidents(
      List<Sighting> sightings, Cast cast, Map<String, Category> known, Instant now) {
    String[] numbers = numbers(sightings);
    List<Map<String, Object>> incidents = new ArrayList<>();
    List<Map<String, Object>> sources = new ArrayList<>();
    List<Map<String, Object>> details = new ArrayList<>();
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting seen = sightings.get(i);
      Sighting own = seen.witnessOf() >= 0 ? sightings.get(seen.witnessOf()) : seen;
      UUID incident = derived(own.id(), 2);
      Instant reviewed = reviewed(seen, now);
      if (own == seen) {
        incidents.add(Row.of(
            "incident_id",
            incident,
            "number",
            numbers[i],
            "created_at",
            seen.receivedAt(),
            "version",
            1));
      }
      sources.add(source(seen, incident, cast, known, reviewed));
      Map<String, Object> detail = facts(seen, cast, known);
      detail.put("source_id", derived(seen.id(), 3));
      detail.put("owner_org", seen.party().id());
      detail.put("reach", 0);
      details.add(detail);
      events(events, seen, incident, cast, reviewed);
    }
    rows.insert("incident", incidents);
    rows.insert("incident_source", sources);
    rows.insert("incident_detail", details);
    rows.insert("incident_event", events);
  }

  private Map<String, Object> source(
      Sighting seen, UUID incident, Cast cast, Map<String, Category> known, Instant reviewed) {
    boolean fresh = seen.fate() == Fate.NEW;
    List<String> flags = new ArrayList<>();
    if (textState(seen.text()).equals("DOUBTFUL")) {
      flags.add("TEXT");
    }
    return Row.of(
        "source_id",
        derived(seen.id(), 3),
        "incident_id",
        incident,
        "owner_org",
        seen.party().id(),
        "source_kind",
        "REPORT",
        "report_id",
        seen.id(),
        "report_version",
        1,
        "ordinal",
        1,
        "state",
        seen.fate().name(),
        "sharing_class",
        seen.sharing().equals("GROUP_TEXT") && seen.text() == null ? "GROUP" : seen.sharing(),
        "category_group",
        category(known, seen).group(),
        "area_id",
        cast.areas().get(seen.area()),
        "week",
        seen.week().monday(),
        "flags",
        flags,
        "received_at",
        seen.receivedAt(),
        "state_at",
        fresh ? seen.receivedAt() : reviewed,
        "passed_at",
        seen.fate() == Fate.PASSED ? reviewed : null,
        "version",
        fresh ? 1 : 2);
  }

  private static void events(
      List<Map<String, Object>> events, Sighting seen, UUID incident, Cast cast, Instant reviewed) {
    UUID reviewer =
        seen.party().kind().passesItsOwn() ? seen.party().coordinator() : cast.coordinator();
    events.add(event(
        seen, incident, 4, "CREATED", seen.receivedAt(), null, Map.of(), Map.of("ordinal", 1)));
    if (seen.witnessOf() >= 0) {
      events.add(event(
          seen,
          incident,
          6,
          "MERGED",
          reviewed,
          cast.coordinator(),
          Map.of(),
          Map.of("incident", incident.toString())));
    }
    if (seen.fate() != Fate.NEW) {
      events.add(event(
          seen,
          incident,
          5,
          seen.fate().name(),
          reviewed,
          reviewer,
          Map.of("state", "NEW", "class", seen.sharing()),
          Map.of("state", seen.fate().name(), "class", seen.sharing())));
    }
  }

  private static Map<String, Object> event(
      Sighting seen,
      UUID incident,
      int part,
      String kind,
      Instant at,
      @Nullable UUID by,
      Map<String, ?> before,
      Map<String, ?> after) {
    return Row.of(
        "event_id", derived(seen.id(), part),
        "incident_id", incident,
        "source_id", derived(seen.id(), 3),
        "owner_org", seen.party().id(),
        "kind", kind,
        "at", at,
        "by_member", by,
        "reason", kind.equals("DISMISSED") ? "Samma sak rapporterad som felanmälan" : "",
        "before", before,
        "after", after);
  }

  /** 2026-3184 and so on, in the order of receipt; a report of somebody else's incident takes no number. */
  private String[] numbers(List<Sighting> sightings) {
    String[] numbers = new String[sightings.size()];
    Map<Integer, Integer> last = new HashMap<>();
    IntStream.range(0, numbers.length)
        .boxed()
        .filter(i -> sightings.get(i).witnessOf() < 0)
        .sorted(Comparator.comparing((Integer i) -> sightings.get(i).receivedAt())
            .thenComparing(i -> i))
        .forEach(i -> {
          int year = sightings.get(i).receivedAt().atZone(IsoWeek.ZONE).getYear();
          numbers[i] = year + "-" + last.merge(year, 1, Integer::sum);
        });
    List<Map<String, Object>> counters = new ArrayList<>();
    last.forEach((year, number) -> counters.add(Row.of("year", year, "last", number)));
    rows.insert("incident_number", counters);
    return numbers;
  }

  private void answers(List<Chronicle.Answer> answers, Cast cast) {
    List<Map<String, Object>> weeks = new ArrayList<>();
    List<Map<String, Object>> nothings = new ArrayList<>();
    for (Chronicle.Answer answer : answers) {
      UUID nothing = answer.nothing();
      weeks.add(Row.of(
          "unit_id", answer.squad().id(),
          "period", answer.week().code(),
          "organisation_id", answer.party().id(),
          "reports", answer.reports(),
          "nothing", nothing == null ? 0 : 1));
      if (nothing != null) {
        nothings.add(Row.of(
            "report_id", nothing,
            "period", answer.week().code(),
            "organisation_id", answer.party().id(),
            "unit_id", answer.squad().id(),
            "member_id", answer.reporter(),
            "received_at", answer.at(),
            "body_hmac", seal(nothing)));
      }
    }
    rows.insert("unit_week", weeks);
    rows.insert("nothing_to_report", nothings);
  }

  private Map<String, Object> text(
      Sighting seen, TextGuard.Guarded guarded, Cast cast, Instant now) {
    boolean reviewed = seen.fate() != Fate.NEW && guarded.doubtful();
    boolean shared = seen.fate() == Fate.PASSED && seen.sharing().equals("GROUP_TEXT");
    return Row.of(
        "report_id", seen.id(),
        "version", 1,
        "ordinal", 1,
        "organisation_id", seen.party().id(),
        "member_id", seen.reporter(),
        "text", guarded.text(),
        "state", reviewed ? "REVIEWED" : guarded.doubtful() ? "DOUBTFUL" : "CLEAR",
        "hits", guarded.hits(),
        "reviewed_at", reviewed ? reviewed(seen, now) : null,
        "shared", shared,
        "area_id", cast.areas().get(seen.area()),
        "handed_over", seen.party().handedOver());
  }

  private String textState(@Nullable String text) {
    if (text == null) {
      return "NONE";
    }
    return guard.guard(text).doubtful() ? "DOUBTFUL" : "CLEAR";
  }

  /** The next working day at half past eight, but never later than now. */
  private static Instant reviewed(Sighting seen, Instant now) {
    LocalDate day = seen.receivedAt().atZone(IsoWeek.ZONE).toLocalDate().plusDays(1);
    while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      day = day.plusDays(1);
    }
    Instant morning = day.atTime(8, 30).atZone(IsoWeek.ZONE).toInstant();
    Instant soon = seen.receivedAt().plusSeconds(30);
    return morning.isBefore(now) ? morning : soon.isBefore(now) ? soon : seen.receivedAt();
  }

  private static Category category(Map<String, Category> known, Sighting seen) {
    Category category = known.get(seen.category());
    if (category == null) {
      throw new IllegalStateException("the catalogue has no category " + seen.category());
    }
    return category;
  }

  /** Another id from the same report, so that a rebuilt history has the same ids. */
  private static UUID derived(UUID id, int part) {
    return new UUID(
        id.getMostSignificantBits(),
        id.getLeastSignificantBits() ^ (part * 0x0004_9E37_79B9_7F4BL & 0x3fff_ffff_ffff_ffffL));
  }

  /** Nobody sends a made-up report again; the seal only has to be of its own. */
  private static String seal(UUID id) {
    try {
      byte[] bytes = ByteBuffer.allocate(16)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .array();
      return "\\x"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
