package se.samlad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samlad.ground.access.DemoRole;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Visit;

/** Prova detta: the list of steps on the demo's first page leads where it says and ticks itself. */
@BrowserTest
class TourTest {

  @Autowired
  Demo demo;

  @Autowired
  Doors doors;

  @Test
  void eachStepLeadsAsItsRoleAndWhatWasReadIsTicked() {
    demo.reset();
    try (Visit visit = doors.desk()) {
      Page page = visit.open("/demo?kommun=" + Demo.LINDESTA);
      assertThat(page.locator(".prova li").count()).isEqualTo(7);
      assertThat(page.locator("#prova + span").textContent()).isEqualTo("0 av 7 klara");
      visit.isAccessible();
      page.locator(".prova button:has-text('Läs svaret som väktare')").click();
      page.waitForURL(url -> !url.contains("/demo"));
      assertThat(page.url()).endsWith("/mina-rapporter");
      visit.open("/demo?kommun=" + Demo.LINDESTA);
      assertThat(page.locator(".prova li.klar").allTextContents())
          .singleElement()
          .asString()
          .contains("Läs svaret som väktare", "klart");
      page.locator(".prova button:has-text('Åta dig en åtgärd')").click();
      page.waitForURL(url -> !url.contains("/demo"));
      assertThat(page.url()).endsWith("/atgarder?vad=mina");
      assertThat(page.locator(".rollval").textContent()).contains("Lindesta Bostäder");
    }
    try (Visit phone = doors.phone()) {
      Page page = phone.open("/demo?kommun=" + Demo.LINDESTA);
      phone.isAccessible();
      assertThat(page.locator("form[action='/demo/" + DemoRole.VAKTARE.code() + "']")
              .count())
          .as("one card a role, so that a script finds it")
          .isEqualTo(1);
    }
  }
}
