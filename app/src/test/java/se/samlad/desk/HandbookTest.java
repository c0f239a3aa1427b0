package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** The pages that explain, as anybody and as somebody meets them. */
@BrowserTest
class HandbookTest {

  private static final List<String> PAGES =
      List.of("/hjalp", "/om", "/dataskydd-info", "/tillganglighet", "/logga-in", "/mer", "/jag");

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Test
  void pagesAreAccessibleOnAPhoneInTheDarkAndInEnglish() {
    try (Visit phone = doors.visit(Doors.phoneOptions().setColorScheme(ColorScheme.DARK));
        Visit english = doors.visit(Doors.deskOptions().setLocale("en-GB"))) {
      for (String path : PAGES) {
        phone.open(path);
        phone.isAccessible();
        english.open(path);
        assertThat(english.page().getAttribute("html", "lang")).as(path).isEqualTo("en");
        english.isAccessible();
      }
    }
  }

  @Test
  void faultReachesTheAdministratorWithoutNumbersAndNobodyElse() {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    town.person(Role.REPORTER, town.organisation("Bevakning", "GUARD_COMPANY"))
        .playing(DemoRole.VAKTARE);
    town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
    try (Visit guard = doors.phone();
        Visit administrator = doors.desk()) {
      guard.enter(town, DemoRole.VAKTARE);
      guard.open("/tillganglighet");
      guard.page().fill("#brist", "Nej");
      guard.page().click("form[action='/tillganglighet/brist'] button");
      assertThat(guard.page().inputValue("#brist")).isEqualTo("Nej");
      assertThat(guard.page().title()).startsWith("Fel:");
      guard.isAccessible();
      guard.page().fill("#brist", "Kartan går inte att läsa. Ring 070-174 06 05.");
      guard.page().click("form[action='/tillganglighet/brist'] button");
      guard.page().waitForURL("**/tillganglighet");
      assertThat(guard.page().innerText("#meddelande")).startsWith("Tack.");
      assertThat(guard.open("/tillganglighet/synpunkter").innerText("main"))
          .doesNotContain("Kartan");

      administrator.enter(town, DemoRole.ADMINISTRATOR);
      assertThat(administrator.open("/tillganglighet/synpunkter").innerText("main"))
          .contains("Kartan går inte att läsa. Ring ▮.");
      administrator.isAccessible();
    }
  }
}
