package se.samlad.incident.recorded;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.PoliceFiles;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;
import se.samlad.support.Visit;

/** A police file from the coordinator's desk to the totals on the screen, and the same by token. */
@BrowserTest
class ImportPagesTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  ApiTokens tokens;

  @TempDir
  Path folder;

  TestTown town;
  UUID police;
  Person policeCoordinator;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    police = town.organisation("Polisen", "POLICE");
    town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    town.person(Role.LEADERSHIP, null).playing(DemoRole.LEDNING);
    policeCoordinator = town.person(Role.ORGANISATION_COORDINATOR, police).playing(DemoRole.POLIS);
    town.person(Role.ORGANISATION_COORDINATOR, town.organisation("Bostäder", "HOUSING_COMPANY"))
        .playing(DemoRole.BOSTADSBOLAG);
  }

  @Test
  void fileIsTriedLookedAtImportedCountedAndTakenBack() throws IOException {
    Path file = delivery(240);
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town, DemoRole.SAMORDNARE);
      visit.open("/handelser/import");
      page.getByText("Provkör filen").click();
      assertThat(page.locator(".felsumma")).containsText("Välj en fil.");
      page.locator("#fil").setInputFiles(file);
      page.getByText("Provkör filen").click();
      assertThat(page.locator(".felsumma")).containsText("på vems ord");
      page.locator("#fil").setInputFiles(file);
      page.locator("#ord").fill("Överenskommelse med lokalpolisområdet 2026-03-01");
      visit.isAccessible();
      visit.wholePicture("import-ny");
      page.getByText("Provkör filen").click();
      assertThat(page.getByText("Inget är skrivet ännu.")).isVisible();
      assertThat(page.locator("main")).containsText("240 rader, 240 brott");
      assertThat(page.locator("main")).containsText("ska vara fyra siffror, inte ”12x”.");
      assertThat(records()).isZero();
      visit.isAccessible();
      visit.wholePicture("import-prov");
      Download errors =
          page.waitForDownload(() -> page.getByText("Hämta felen som CSV").click());
      assertThat(Files.readString(errors.path())).contains("Brottskod").contains("=1+1");
      page.getByText("Importera 240 rader").click();
      assertThat(page.getByText("Visa anmälda brott")).isVisible();
      assertThat(records()).isEqualTo(240);
      visit.wholePicture("import-klar");
      page.getByText("Visa anmälda brott").click();
      assertThat(page.locator("#omraden")).isVisible();
      assertThat(page.locator("main")).containsText("Utan område");
      visit.isAccessible();
      visit.wholePicture("anmalda-brott");
      visit.open("/handelser/import");
      visit.isAccessible();
      page.locator("tbody a").first().click();
      page.getByText("Ta bort 240 rader").click();
      assertThat(page.locator("#meddelande")).containsText("Importen är ångrad.");
      assertThat(records()).isZero();
    }
  }

  @Test
  void leadershipSeesNoSmallCountAndOthersNoImports() {
    try (Visit visit = doors.visit(Doors.deskOptions().setColorScheme(ColorScheme.DARK))) {
      tried(visit, delivery(60));
      visit.page().getByText("Importera 60 rader").click();
      assertThat(visit.page().getByText("Visa anmälda brott")).isVisible();
      visit.open("/handelser/anmalda-brott");
      visit.wholePicture("anmalda-brott-mork");
      visit.isAccessible();
    }
    try (Visit visit = doors.phone()) {
      Page page = visit.enter(town, DemoRole.LEDNING);
      visit.open("/handelser/anmalda-brott");
      assertThat(page.locator("tbody")).containsText("··");
      for (String count : page.locator("tbody td").allInnerTexts()) {
        assertThat(count.strip()).doesNotMatch("[1-4]");
      }
      visit.isAccessible();
      visit.wholePicture("anmalda-brott-ledning-telefon");
      assertThat(visit.open("/handelser/import").title()).doesNotContain("Importera");
    }
    try (Visit visit = doors.desk()) {
      visit.enter(town, DemoRole.BOSTADSBOLAG);
      assertThat(visit.page().navigate("/handelser/import").status()).isEqualTo(200);
      assertThat(visit.page().locator("main")).containsText("Inga filer är importerade ännu.");
      assertThat(visit.page().navigate("/handelser/import/" + town.id()).status())
          .isEqualTo(404);
    }
  }

  @Test
  void unknownListIsShownHowToBeReadAndComesInAsReports() {
    Sweref99.Geographic place =
        Sweref99.TM.unproject(TestTown.NORTHING + 500, TestTown.EASTING + 300);
    Sweref99.Point at = Sweref99.zone(15.0).project(place.lon(), place.lat());
    String xy = Math.round(at.northing()) + ";" + Math.round(at.easting());
    Path file = PoliceFiles.text(
        folder,
        Charset.forName("windows-1252"),
        "Ärendenr;Ärendetyp;Skapad;Händelsedatum;X;Y;Beskrivning",
        "1;Klotter;2026-03-04;2026-03-02 21:40;" + xy + ";På väggen",
        "2;Hisstopp;2026-03-04;2026-03-03 08:00;" + xy + ";",
        "3;Klotter;2026-03-04;i går;" + xy + ";");
    try (Visit visit = doors.phone()) {
      Page page = visit.enter(town, DemoRole.BOSTADSBOLAG);
      visit.open("/handelser/import");
      page.locator("#fil").setInputFiles(file);
      page.locator("#ord").fill("Beslut 2026");
      page.locator("#profil").selectOption("utkast");
      page.getByText("Provkör filen").click();
      assertThat(page.locator("#blir")).hasValue("rapporter");
      assertThat(page.locator("#kodning")).hasValue("windows-1252");
      assertThat(page.locator("#system")).hasValue("1500");
      assertThat(page.locator("#falt_FROM")).hasValue("Händelsedatum");
      assertThat(page.locator("#last + .rulle")).containsText("2026-03-02 21.40");
      visit.isAccessible();
      visit.wholePicture("import-uppstallning-telefon");
      page.locator("#falt_CATEGORY").selectOption("");
      page.locator("#namn").fill("Bostäders lista");
      page.getByText("Fortsätt till kategorierna").click();
      assertThat(page.locator(".felsumma")).containsText("vad som hände");
      assertThat(page.locator("#namn")).hasValue("Bostäders lista");
      page.locator("#falt_CATEGORY").selectOption("Ärendetyp");
      page.getByText("Fortsätt till kategorierna").click();
      page.getByText("Provkör filen").click();
      assertThat(page.locator(".felsumma")).containsText("”Hisstopp”");
      page.getByLabel("Hisstopp").selectOption("");
      visit.isAccessible();
      visit.wholePicture("import-kategorier-telefon");
      page.getByText("Provkör filen").click();
      page.getByText("Importera 1 rader").click();
      assertThat(page.locator("main")).containsText("1 rapporter");
      visit.isAccessible();
    }
  }

  @Test
  void tokenOfThePoliceHandsAFileInAndAsksHowItGoes() throws Exception {
    String secret = tenancy.as(
        town.system(),
        () -> tokens
            .issue(
                police,
                policeCoordinator.member(),
                "prov",
                Set.of(Scope.IMPORTS_WRITE, Scope.IMPORTS_READ),
                null)
            .secret());
    HttpResponse<String> handed = post(secret, Files.readAllBytes(delivery(30)), "polis-leverans");
    assertThat(handed.statusCode()).as(handed.body()).isEqualTo(202);
    String location = handed.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(secret, location).body().contains("\"state\":\"DONE\""));
    assertThat(get(secret, location).body()).contains("\"accepted\":30").contains("\"wrong\":2");
    assertThat(get(secret, location + "/errors?limit=1").body())
        .contains("Brottskod")
        .contains("offset=1");
    assertThat(post(secret, new byte[0], "polis-leverans").statusCode()).isEqualTo(422);
    assertThat(post(secret, new byte[] {1}, "polis-x").statusCode()).isEqualTo(422);
    assertThat(get(secret, "/api/v1/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("samlad_none", location).statusCode()).isEqualTo(401);
  }

  private void tried(Visit visit, Path file) {
    Page page = visit.enter(town, DemoRole.SAMORDNARE);
    visit.open("/handelser/import");
    page.locator("#fil").setInputFiles(file);
    page.locator("#ord").fill("Överenskommelse 2026");
    page.getByText("Provkör filen").click();
    assertThat(page.getByText("Inget är skrivet ännu.")).isVisible();
  }

  /** So many good rows, and two that are wrong. */
  private Path delivery(int rows) {
    List<String> lines = new ArrayList<>(PoliceFiles.deliveryRows("Provköping", rows, 11));
    lines.add("900001;12x;;2025-02-18;2025-02-18;Provköping;;;1");
    lines.add("900002;=1+1;;2025-02-18;2025-02-18;Provköping;;;1");
    return PoliceFiles.text(folder, lines.toArray(String[]::new));
  }

  private HttpResponse<String> post(String secret, byte[] content, String profile)
      throws Exception {
    String edge = "gräns".replace("ä", "a");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String[] field : new String[][] {{"profile", profile}, {"onWordOf", "Överenskommelse"}}) {
      body.write(("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field[0]
              + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + field[1] + "\r\n")
          .getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + edge
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"polisen.csv\"\r\nContent-Type: text/csv\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(URI.create(doors.address() + "/api/v1/imports"))
        .header("Authorization", "Bearer " + secret)
        .header("Content-Type", "multipart/form-data; boundary=" + edge)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpResponse<String> get(String secret, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(doors.address() + path))
        .header("Authorization", "Bearer " + secret));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int records() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from samlad.crime_record")
            .query(Integer.class)
            .single());
  }
}
