package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.Planted;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** Karta och analys through a real browser: what the coordinator, a group and the leadership see, and where the links lead. */
@BrowserTest
class AnalysisPagesTest {

  private static final IsoWeek WEEK = IsoWeek.of(java.time.Instant.now()).plus(-1);

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  TestTown town;
  UUID centrum;
  UUID guards;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    centrum = town.area("Centrum", 0, 0);
    town.area("Norr", 0, 1);
    guards = town.organisation("Bevakning", "GUARD_COMPANY");
    UUID group = town.group("EST Centrum", false, centrum);
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    town.person(Role.GROUP_MEMBER, null)
        .inGroup(group, false, centrum)
        .playing(DemoRole.GRUPPMEDLEM);
    town.person(Role.LEADERSHIP, null).playing(DemoRole.LEDNING);
  }

  @Test
  void coordinatorNarrowsByMatrixAndPlaceAndOpensTheHotspot() {
    plant();
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/analys");
      var page = visit.page();
      assertThat(page.locator("h1").textContent()).isEqualTo("Karta och analys");
      String all = page.locator("#lis .antal").textContent();
      assertThat(page.locator(".ingress b").textContent()).isEqualTo(all + " händelser");
      assertThat(page.locator(".hslista > li").count()).isEqualTo(1);
      assertThat(page.locator(".hslista .ord").first().textContent())
          .contains("gäller samling som oroar");
      visit.isAccessible();
      visit.wholePicture("analys-ljus");

      page.locator(".matris td.c5 a").first().click();
      assertThat(page.url()).contains("dag=").contains("timme=");
      String chosen = page.locator(".urval").textContent();
      assertThat(chosen)
          .contains(page.locator("#lis .antal").textContent() + " händelse")
          .contains("kl. ");
      page.locator(".urval a").click();
      assertThat(page.locator("#lis .antal").textContent()).isEqualTo(all);

      page.locator(".hslista .matt a").click();
      assertThat(page.url()).contains("plats=");
      assertThat(page.locator("#lis .antal").textContent()).isEqualTo("14");
      page.locator("#kategori").selectOption("skadegorelse");
      page.locator(".filter button").click();
      assertThat(page.url()).contains("plats=").contains("kategori=skadegorelse");

      visit.open("/analys");
      page.locator(".hslista h3 a").click();
      assertThat(page.url()).contains("/platser/");
      assertThat(page.locator(".figur .varde").textContent()).startsWith("14");
      visit.isAccessible();
      visit.wholePicture("plats-ljus");
    }
    try (Visit visit = doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK))) {
      visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/analys?dag=5,6&timme=19-22");
      visit.isAccessible();
      visit.wholePicture("analys-mork");
    }
  }

  @Test
  void alarmSaysWhatAndWhereAndLeadsToItsIncidents() {
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int ago = 1; ago <= 13; ago++) {
      planted.inWeek(WEEK.plus(-ago), 2 + ago % 2);
    }
    planted.inWeek(WEEK, 18).write();
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/analys");
      var alarms = visit.page().locator("section[aria-labelledby='larm']");
      assertThat(alarms.locator("tbody tr").count()).isEqualTo(1);
      assertThat(alarms.locator("tbody tr").textContent()).contains("Centrum", "18", "Tydlig");
      assertThat(alarms.textContent()).contains("1 serie (en kategori i ett område)");
      visit.isAccessible();
      alarms.locator("tbody a").click();
      assertThat(visit.page().url()).contains("kategori=skadegorelse", "omrade=", "vecka=");
      assertThat(visit.page().locator("#lis .antal").textContent()).isEqualTo("18");
    }
  }

  @Test
  void newestWeeksAreSeenFirstWithoutScript() {
    plant();
    try (Visit visit = doors.visit(Doors.phoneOptions().setJavaScriptEnabled(false))) {
      visit.open("/demo?kommun=" + town.slug());
      visit.page().locator("form[action='/demo/samordnare'] button").first().click();
      visit.open("/analys");
      BoundingBox chosen = visit.page().locator(".d-fonster").boundingBox();
      assertThat(chosen.x).isGreaterThan(0);
      assertThat(chosen.x + chosen.width).isLessThanOrEqualTo(360);
    }
  }

  @Test
  void groupSeesItsOwnAndLeadershipSeesNoPlaceAndNoSmallNumber() {
    plant();
    try (Visit visit = doors.phone()) {
      visit.enter(town, DemoRole.GRUPPMEDLEM);
      visit.open("/analys");
      assertThat(visit.page().locator(".ingress b").textContent()).contains("händelser");
      assertThat(visit.page().locator("#kalla").count()).isZero();
      assertThat(visit.page().locator("#lis ~ .rulle, .tabell").last().textContent())
          .doesNotContain("Bevakning");
      visit.isAccessible();
      visit.wholePicture("analys-telefon");
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.LEDNING);
      visit.open("/analys");
      assertThat(visit.page().locator(".kartbild, .hslista, #lis").count()).isZero();
      assertThat(visit.page().locator(".tabell tbody td.t").allTextContents())
          .allSatisfy(text -> assertThat(text).doesNotMatch("[1-4]"));
      visit.isAccessible();
      visit.wholePicture("analys-ledning");
      int refused = visit.page().navigate("/platser/" + UUID.randomUUID()).status();
      assertThat(refused).isEqualTo(403);
    }
  }

  @Test
  void fewIncidentsAreListedAndTooLittleHistoryIsNotCalledCalm() {
    new Planted(town, db, guards).in(centrum).inWeek(WEEK, 3).write();
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/analys");
      var page = visit.page();
      assertThat(page.locator("main").textContent())
          .contains("Otillräckligt underlag för hotspots")
          .contains("För få händelser för mönster");
      assertThat(page.locator(".matris").count()).isZero();
      assertThat(page.locator("#lis .antal").textContent()).isEqualTo("3");
      visit.wholePicture("analys-fa");
      assertThat(page.navigate("/analys?vecka=2026-v99").status()).isEqualTo(422);
      assertThat(page.navigate("/analys?plats=nonsens").status()).isEqualTo(422);
      assertThat(page.navigate("/analys?som=group:" + UUID.randomUUID()).status())
          .isEqualTo(422);
      assertThat(page.navigate("/platser/" + UUID.randomUUID()).status()).isEqualTo(404);
      assertThat(page.navigate("/platser/nonsens").status()).isEqualTo(404);
    }
  }

  /** A year of scattered evenings, and a place that gathers on Fridays and Saturdays. */
  private void plant() {
    Random random = new Random(7);
    String[][] kinds = {
      {"SKADEGORELSE", "KLOTTER"}, {"SAMLING", "UTOMHUS"}, {"TRAFIK", "BUSKORNING"}
    };
    Planted planted = new Planted(town, db, guards).in(centrum);
    for (int ago = 0; ago < 60; ago++) {
      for (int i = 0; i < 9; i++) {
        String[] kind = kinds[random.nextInt(kinds.length)];
        planted
            .of(kind[0], kind[1])
            .at(random.nextDouble(), random.nextDouble())
            .began(WEEK.plus(-ago).monday().plusDays(random.nextInt(7)) + "T"
                + (10 + random.nextInt(14)) + ":15");
      }
    }
    planted.at(1.3, 1.3).of("SAMLING", "UTOMHUS");
    for (int i = 0; i < 14; i++) {
      if (i == 9) {
        planted.of("SKADEGORELSE", "KLOTTER");
      }
      planted.began(WEEK.plus(-i % 2).monday().plusDays(4 + i % 2) + "T" + (19 + i % 4) + ":30");
    }
    planted.write();
  }
}
