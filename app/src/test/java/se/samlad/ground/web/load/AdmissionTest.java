package se.samlad.ground.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import se.samlad.ground.web.Preferences;
import tools.jackson.databind.json.JsonMapper;

/** More comes in than the server gets through: the rest is sent away at once, reports last. */
class AdmissionTest {

  private final Admission admission = new Admission(words(), JsonMapper.shared(), 2, 1);

  @Test
  void requestsBeyondTheLimitAreSentAwayAndReportsLast() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> slow = threads.submit(() -> {
        MockHttpServletResponse response = new MockHttpServletResponse();
        admission.doFilter(asked("GET", "/handelser"), response, (in, out) -> {
          entered.countDown();
          awaitQuietly(leave);
        });
        return response.getStatus();
      });
      entered.await();
      MockHttpServletResponse list = answer("GET", "/api/v1/incidents");
      assertThat(list.getStatus()).isEqualTo(503);
      assertThat(list.getHeader("Retry-After")).isEqualTo("2");
      assertThat(list.getContentType()).isEqualTo("application/problem+json");
      assertThat(list.getContentAsString()).contains("\"detail\":\"upptaget\"");
      assertThat(answer("PUT", "/api/v1/reports/1").getStatus()).isEqualTo(200);
      assertThat(answer("PUT", "/rapportera/1").getStatus()).isEqualTo(200);
      assertThat(answer("GET", "/halsa").getStatus())
          .as("health is asked under load")
          .isEqualTo(200);
      assertThat(answer("GET", "/css/samlad.css").getStatus()).isEqualTo(200);
      leave.countDown();
      assertThat(slow.get()).isEqualTo(200);
    }
    assertThat(answer("GET", "/api/v1/incidents").getStatus()).as("room again").isEqualTo(200);
  }

  @Test
  void personGetsASentenceInsteadOfJson() throws Exception {
    Admission full = new Admission(words(), JsonMapper.shared(), 0, 0);
    MockHttpServletRequest page = asked("GET", "/handelser");
    page.addHeader("Accept", "text/html,*/*");
    page.addPreferredLocale(Preferences.SWEDISH);
    MockHttpServletResponse response = new MockHttpServletResponse();
    full.doFilter(page, response, (in, out) -> {});
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).startsWith("text/html");
    assertThat(response.getContentAsString()).contains("<p>upptaget</p>");
  }

  @Test
  void requestThatFailsGivesItsPlaceBack() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> admission.doFilter(
              asked("GET", "/handelser"), new MockHttpServletResponse(), (in, out) -> {
                throw new IllegalStateException("a fault");
              }))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void requestThatFoundNoConnectionInTimeIsSentAwayAndOtherFaultsAreNot() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    admission.doFilter(asked("PUT", "/api/v1/reports/1"), response, (in, out) -> {
      throw new ServletException(new CannotCreateTransactionException(
          "no transaction", new SQLTransientConnectionException("none free within 5 s")));
    });
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    assertThatThrownBy(() -> admission.doFilter(
            asked("PUT", "/api/v1/reports/1"), new MockHttpServletResponse(), (in, out) -> {
              throw new ServletException(new IllegalStateException("a fault"));
            }))
        .isInstanceOf(ServletException.class);
  }

  private MockHttpServletResponse answer(String method, String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    admission.doFilter(asked(method, path), response, (in, out) -> {});
    return response;
  }

  private static MockHttpServletRequest asked(String method, String path) {
    return new MockHttpServletRequest(method, path);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StaticMessageSource words() {
    StaticMessageSource words = new StaticMessageSource();
    words.addMessage("web.load.busy", Preferences.SWEDISH, "upptaget");
    words.addMessage("web.load.busy", Preferences.ENGLISH, "busy");
    return words;
  }
}
