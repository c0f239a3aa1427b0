package se.samlad.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

@SamladTest
class ReportsTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Reports reports;

  @Autowired
  SubmissionReader reader;

  TestTown town;
  Person guard;
  Person caretaker;
  UUID report = Ids.next();

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
    town.area("Centrum", 0, 0);
    guard = town.person(Role.REPORTER, town.organisation("Bevakning", "GUARD_COMPANY"));
    caretaker = town.person(Role.REPORTER, town.organisation("Bostäder", "HOUSING_COMPANY"));
  }

  @Test
  void firstSendIsStoredAndTheSameAgainIsTheSameReport() {
    assertThat(send(guard, report, body("KLOTTER", "")).first()).isTrue();
    assertThat(send(guard, report, body("KLOTTER", "")).first()).isFalse();
    assertThat(rows("samlad.report_item")).isEqualTo(1);
  }

  @Test
  void otherContentUnderTheSameIdIsRefused() {
    send(guard, report, body("KLOTTER", ""));
    assertThatThrownBy(() -> send(guard, report, body("SAMLING", "")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
    assertThat(rows("samlad.report_item")).isEqualTo(1);
  }

  @Test
  void anothersIdIsRefusedToSendAndNotFoundToRead() {
    send(guard, report, body("KLOTTER", ""));
    assertThatThrownBy(() -> send(caretaker, report, body("KLOTTER", "")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> as(caretaker, () -> reports.status(report)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(caretaker, () -> reports.withdraw(report, Ids.next())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void personalNumberIsMaskedBeforeItIsStored() {
    Receipt receipt =
        send(guard, report, body("KLOTTER", "Ring 070-123 45 67, 19811218-9876 såg det"));
    assertThat(receipt.found()).hasSize(2);
    String stored = tenancy.readAs(
        guard.actor(),
        () -> db.sql("select text from samlad.report_text where report_id = :r")
            .param("r", report)
            .query(String.class)
            .single());
    assertThat(stored).isEqualTo("Ring ▮, ▮ såg det");
  }

  @Test
  void unknownFieldNulAndPlaceOutsideSwedenAreRefusedWithTheFieldNamed() {
    assertThatThrownBy(
            () -> send(
                guard,
                report,
                "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T10:00:00Z\",\"lon\":15,\"lat\":59,\"who\":\"x\"}]}"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems().getFirst().field()).isEqualTo("incidents[0].who"));
    assertThatThrownBy(() -> send(guard, report, body("KLOTTER", "a\\u0000b")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems().getFirst().field()).isEqualTo("incidents[0].text"));
    assertThatThrownBy(
            () -> send(guard, report, body("KLOTTER", "").replace("\"lat\":59", "\"lat\":9")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems().getFirst().field()).isEqualTo("incidents[0].lon"));
    assertThat(rows("samlad.report")).isZero();
  }

  @Test
  void wrongPhoneClockLosesNothing() {
    send(guard, report, body("KLOTTER", "").replace("2026-11-20", "2099-01-01"));
    assertThat(tenancy.readAs(
            guard.actor(),
            () -> db.sql("select time_flag from samlad.report_item")
                .query(Boolean.class)
                .single()))
        .isTrue();
  }

  @Test
  void correctionKeepsTheTextUnlessItSaysOtherwiseAndCountsOnce() {
    send(guard, report, body("KLOTTER", "Hela väggen"));
    UUID request = Ids.next();
    String correction = body("GLASKROSS", "")
        .replace("{\"incidents\"", "{\"id\":\"" + request + "\",\"incidents\"");
    assertThat(correct(guard, correction).version()).isEqualTo(2);
    assertThat(correct(guard, correction).version()).isEqualTo(2);
    assertThat(tenancy.readAs(
            guard.actor(),
            () -> db.sql("select text from samlad.report_text where version = 2")
                .query(String.class)
                .single()))
        .isEqualTo("Hela väggen");
    assertThat(send(guard, report, body("KLOTTER", "Hela väggen")).first()).isFalse();
  }

  @Test
  void withdrawalMarksAndARepeatOfTheFirstBodyTellsIt() {
    send(guard, report, body("KLOTTER", ""));
    assertThat(as(guard, () -> reports.withdraw(report, Ids.next())).status())
        .isEqualTo(Receipt.Status.WITHDRAWN);
    assertThat(send(guard, report, body("KLOTTER", "")).status())
        .isEqualTo(Receipt.Status.WITHDRAWN);
  }

  @Test
  void nothingToReportIsAnAnswerOfItsOwn() {
    Receipt receipt = send(guard, report, "{\"nothing\":{\"period\":\"2026-W30\"}}");
    assertThat(receipt.first()).isTrue();
    assertThat(rows("samlad.nothing_to_report")).isEqualTo(1);
    assertThat(rows("samlad.report")).isZero();
  }

  private Receipt send(Person person, UUID id, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return as(person, () -> reports.receive(id, bytes, reader.read(bytes), "API"));
  }

  private Receipt correct(Person person, String body) {
    return as(
        person,
        () ->
            reports.correct(report, reader.readCorrection(body.getBytes(StandardCharsets.UTF_8))));
  }

  private <T> T as(Person person, Supplier<T> work) {
    return tenancy.as(person.actor(), work);
  }

  private int rows(String table) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from " + table).query(Integer.class).single());
  }

  private static String body(String category, String text) {
    return "{\"incidents\":[{\"category\":\"%s\",\"from\":\"2026-11-20T10:00:00Z\",\"lon\":15.005,\"lat\":59.17%s}]}"
        .formatted(category, text.isEmpty() ? "" : ",\"text\":\"" + text + "\"");
  }
}
