package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
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

/** The first page, by who looks. */
@BrowserTest
class HomeTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Test
  void eachRoleFindsWhatIsItsAndNothingElse() {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    UUID centrum = town.area("Centrum", 0, 0);
    UUID company = town.organisation("Bevakning", "GUARD_COMPANY");
    town.unit(company, "Centrum");
    UUID group = town.group("EST Centrum", false, centrum);
    town.person(Role.COORDINATOR, null).inGroup(group, false, centrum).playing(DemoRole.SAMORDNARE);
    town.person(Role.REPORTER, company).playing(DemoRole.VAKTARE);
    town.person(Role.LEADERSHIP, null).playing(DemoRole.LEDNING);
    town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
    town.person(Role.OPERATOR, null).playing(DemoRole.DRIFT);

    try (Visit coordinator = doors.desk()) {
      Page page = coordinator.enter(town, DemoRole.SAMORDNARE);
      assertThat(page.locator(".varv li").count()).isEqualTo(6);
      assertThat(page.locator(".svar tbody th").allInnerTexts()).isEqualTo(List.of("Bevakning"));
      assertThat(page.innerText("main"))
          .as("a town of no weeks is not called calm")
          .contains("Otillräckligt underlag")
          .doesNotContain("??");
      coordinator.isAccessible();
    }
    try (Visit guard = doors.phone()) {
      assertThat(guard.enter(town, DemoRole.VAKTARE).url()).endsWith("/rapportera");
    }
    for (DemoRole role : List.of(DemoRole.LEDNING, DemoRole.ADMINISTRATOR, DemoRole.DRIFT)) {
      try (Visit visit = doors.phone()) {
        Page page = visit.enter(town, role);
        assertThat(page.locator(".varv").count()).as(role.code()).isZero();
        assertThat(page.locator(".svar").count()).as(role.code()).isZero();
        visit.isAccessible();
      }
    }
  }

  @Test
  void withoutSessionTheWayInIsShown() {
    try (Visit visit = doors.desk()) {
      assertThat(visit.open("/").url()).matches(".*/(demo|logga-in)");
    }
  }
}
