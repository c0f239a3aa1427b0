package se.samlad.ground.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

@SamladTest
class SlowQuestionTest {

  @Autowired
  private RefusalAnswers answers;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Test
  void aStatementBeyondItsTimeIsToldInTheReadersLanguage() {
    TestTown town = TestTown.in(tenancy, db, catalogue);
    QueryTimeoutException slow = catchThrowableOfType(
        QueryTimeoutException.class,
        () -> town.asSystem(() -> {
          db.sql("set local statement_timeout = 30").update();
          db.sql("select pg_sleep(20)").query(Object.class).list();
        }));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/incidents");
    ResponseEntity<?> answer = (ResponseEntity<?>) answers.tookTooLong(slow, request);
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(String.valueOf(answer.getBody()))
        .contains("Välj en kortare period")
        .contains("Choose a shorter period");
  }
}
