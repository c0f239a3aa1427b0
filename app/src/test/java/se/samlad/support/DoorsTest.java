package se.samlad.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;

/** The browser tests' own ground: a role card lets a browser in, and the check of accessibility does find faults. */
@BrowserTest
class DoorsTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Test
  void roleCardLetsABrowserInAndAxeLooks() {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/jag");
      assertThat(visit.page().title()).startsWith("Inställningar");
      visit.isAccessible();
      visit
          .page()
          .evaluate("() => document.querySelector('h1').outerHTML = '<img src=\"/favicon.svg\">'");
      assertThat(org.assertj.core.api.Assertions.catchThrowable(visit::isAccessible))
          .hasMessageContaining("image-alt");
    }
  }
}
