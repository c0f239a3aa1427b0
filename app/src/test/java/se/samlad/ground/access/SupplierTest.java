package se.samlad.ground.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;
import se.samlad.support.Visit;

/** A guard company's system is connected: the administrator issues a token, and the supplier's page is followed to the letter. */
@BrowserTest
class SupplierTest {

  private static final Path PAGE = Path.of("..", "docs", "sv", "anslut-system.md");
  private static final Pattern COMMAND = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Test
  void systemIsConnectedByItsPageAndCutOffByAClick() throws IOException, InterruptedException {
    TestTown town = TestTown.in(tenancy, db, catalogue).demo();
    UUID guards = town.organisation("Väktarna", "GUARD_COMPANY");
    town.person(Role.ADMINISTRATOR, null).playing(DemoRole.ADMINISTRATOR);
    try (Visit visit = doors.desk()) {
      Page page = visit.enter(town, DemoRole.ADMINISTRATOR);
      visit.open("/admin");
      visit.isAccessible();
      page.getByRole(com.microsoft.playwright.options.AriaRole.LINK)
          .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("API-nycklar"))
          .click();
      page.getByText("Utfärda nyckeln").click();
      assertThat(page.locator(".felsumma")).containsText("Skriv ett namn med 2 till 60 tecken.");
      page.locator("#namn").fill("Rondsystemet");
      page.getByText("Utfärda nyckeln").click();
      String secret = page.locator("#nyckel").inputValue();
      visit.isAccessible();
      List<String> answers = follow(secret);
      assertThat(answers.get(0)).contains("\"KLOTTER\"");
      assertThat(answers.get(1)).contains("\"RECEIVED\"");
      assertThat(answers.get(2)).contains("\"RECEIVED\"");
      assertThat(answers.get(3)).contains("7d0f3c52-5d0a-4f0e-9a55-3f1e7f6f2a01");
      assertThat(follow(secret)).as("sent again, it is the same report").hasSize(4);
      assertThat(count(
              "select count(*) from samlad.report where organisation_id = :org", guards, town))
          .isEqualTo(1);

      page.getByText("Jag har sparat nyckeln").click();
      assertThat(page.locator("main")).not().containsText(secret);
      assertThat(page.locator("tbody tr")).containsText("Skicka rapporter");
      assertThat(page.locator("tbody tr")).not().containsText("Aldrig");
      visit.isAccessible();
      visit.wholePicture("api-nycklar");
      page.getByText("Byt", new Page.GetByTextOptions().setExact(true)).click();
      String second = page.locator("#nyckel").inputValue();
      assertThat(second).isNotEqualTo(secret);
      assertThat(run(commands().getFirst(), secret).exit())
          .as("the old one is dead")
          .isPositive();
      assertThat(run(commands().getFirst(), second).exit()).isZero();
      page.getByText("Jag har sparat nyckeln").click();
      page.getByText("Återkalla", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#meddelande")).containsText("slutade gälla genast");
      assertThat(run(commands().getFirst(), second).exit()).isPositive();
    }
  }

  private List<String> follow(String secret) throws IOException, InterruptedException {
    List<String> answers = new java.util.ArrayList<>();
    for (String command : commands()) {
      Ran ran = run(command, secret);
      assertThat(ran.exit()).as(command + "\n" + ran.said()).isZero();
      answers.add(ran.said());
    }
    return answers;
  }

  private static List<String> commands() throws IOException {
    return COMMAND
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private record Ran(int exit, String said) {}

  private Ran run(String command, String secret) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    shell.environment().put("SAMLAD", doors.address());
    shell.environment().put("NYCKEL", secret);
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }

  private int count(String sql, UUID organisation, TestTown town) {
    return tenancy.readAs(
        town.system(),
        () -> db.sql(sql).param("org", organisation).query(Integer.class).single());
  }
}
