package se.samlad.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.TestTown;

/** The last resort of a phone that cannot send: a file, taken in by the coordinator. */
@BrowserTest
class QueueFilesTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  QueueFiles files;

  private UUID company;
  private Actor coordinator;

  @BeforeEach
  void town() {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
    coordinator = town.person(Role.ORGANISATION_COORDINATOR, company).actor();
  }

  @Test
  void fileIsTakenInOnceAndAReportThatCannotBeTakenStopsNoneOfTheOthers() {
    String good = report("KLOTTER", "Ring 070-123 45 67");
    String bad = report("FINNS_INTE", "");
    byte[] file = file(good, bad, report("BRAND_ANLAGD", ""));

    assertThat(take(file))
        .extracting(QueueFiles.Line::result)
        .containsExactly(
            QueueFiles.Result.RECEIVED, QueueFiles.Result.NOT_TAKEN, QueueFiles.Result.RECEIVED);
    assertThat(take(file))
        .extracting(QueueFiles.Line::result)
        .containsExactly(
            QueueFiles.Result.BEFORE, QueueFiles.Result.NOT_TAKEN, QueueFiles.Result.BEFORE);
    assertThat(tenancy.readAs(
            coordinator,
            () -> db.sql("select text from samlad.report_text")
                .query(String.class)
                .list()))
        .containsExactly("Ring ▮");
  }

  @Test
  void whatIsNoCopyFromAPhoneChangesNothing() {
    List<String> wrong = List.of(
        "",
        "{",
        "[]",
        "{\"format\":\"samlad-ko-1\",\"reports\":[]}",
        "{\"format\":\"samlad-ko-1\",\"reports\":[{\"id\":\"x\",\"body\":\"{}\"}]}",
        "{\"format\":\"annat\",\"reports\":[1]}",
        "{\"a\":".repeat(5_000));
    for (String each : wrong) {
      assertThatThrownBy(() -> take(each.getBytes(StandardCharsets.UTF_8)))
          .as(each)
          .isInstanceOf(InvalidInput.class);
    }
    byte[] file = file(report("KLOTTER", ""));
    assertThatThrownBy(() -> CurrentActor.as(
            coordinator, () -> files.take(file, UUID.randomUUID()).size()))
        .isInstanceOf(InvalidInput.class);
  }

  private List<QueueFiles.Line> take(byte[] file) {
    return CurrentActor.as(coordinator, () -> files.take(file, company));
  }

  private static byte[] file(String... reports) {
    return ("{\"format\":\"samlad-ko-1\",\"reports\":[" + String.join(",", reports) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String report(String category, String text) {
    String body = "{\"incidents\":[{\"category\":\"" + category
        + "\",\"from\":\"2026-11-20T21:40:00+01:00\"," + TestTown.POINT
        + (text.isEmpty() ? "" : ",\"text\":\"" + text + "\"") + "}]}";
    return "{\"id\":\"" + UUID.randomUUID() + "\",\"body\":\"" + body.replace("\"", "\\\"") + "\"}";
  }
}
