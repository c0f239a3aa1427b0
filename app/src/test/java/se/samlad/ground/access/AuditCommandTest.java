package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import se.samlad.ground.access.console.AuditCommand;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code samlad audit}: who did what, when and to what, in the municipality asked for and no other. */
@AccessTest
class AuditCommandTest {

  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  @Autowired
  private ApplicationContext context;

  @Autowired
  private Neighbourhood neighbourhood;

  @Autowired
  private Audit audit;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Municipality municipality;
  private UUID report;
  private UUID member;

  @BeforeEach
  void someDeeds() {
    municipality = neighbourhood.municipality();
    report = UUID.randomUUID();
    member = neighbourhood.member(municipality, Grant.of(Role.COORDINATOR));
    neighbourhood.in(municipality, () -> {
      audit.record("text.read", "report", report, Map.of("item", 1));
      audit.record("text.share", "report", report);
      return true;
    });
    Municipality other = neighbourhood.municipality();
    neighbourhood.in(other, () -> {
      audit.record("text.read", "report", "elsewhere");
      return true;
    });
  }

  @Test
  void everyRowOfTheMunicipalityIsShownOldestFirstAndNoneOfAnother() {
    assertThat(run("--format", "csv")).isZero();
    assertThat(out.toString().lines().map(line -> line.split(";")[4]).toList())
        .containsSubsequence("verb", "member.add", "right.grant", "text.read", "text.share");
    assertThat(out.toString()).contains(report.toString()).doesNotContain("elsewhere");
  }

  @Test
  void everyFilterNarrows() {
    assertThat(verbs("--verb", "text")).containsExactly("text.read", "text.share");
    assertThat(verbs("--verb", "text.read")).containsExactly("text.read");
    assertThat(verbs("--verb", "tex")).isEmpty();
    assertThat(verbs("--kind", "report")).containsExactly("text.read", "text.share");
    assertThat(verbs("--object", member.toString())).containsExactly("member.add", "right.grant");
    assertThat(verbs("--user", UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void bothDaysOfThePeriodAreIncluded() {
    String today = LocalDate.now(HERE).toString();
    String yesterday = LocalDate.now(HERE).minusDays(1).toString();
    assertThat(verbs("--kind", "report", "--from", today, "--to", today)).hasSize(2);
    assertThat(verbs("--kind", "report", "--to", yesterday)).isEmpty();
  }

  @Test
  void readingTheTrailIsARowInIt() {
    assertThat(run("--verb", "text")).isZero();
    List<JsonNode> reads = rows("--verb", "audit.read");
    assertThat(reads).hasSize(1);
    assertThat(reads.getFirst().path("actor").asString()).isEqualTo("system");
    assertThat(reads.getFirst().path("detail").path("rows").asInt()).isEqualTo(2);
  }

  @Test
  void emptyAnswerIsStillAnArray() {
    assertThat(rows("--object", "none")).isEmpty();
  }

  @Test
  void formulaInAnIdIsNoFormulaInTheTable() {
    neighbourhood.in(municipality, () -> {
      audit.record("text.read", "file", "=1+1");
      return true;
    });
    run("--format", "csv", "--kind", "file");
    assertThat(out.toString()).contains(";'=1+1;");
  }

  @Test
  void wrongUseIsToldInASentenceAndShowsNothing() {
    assertThat(wrong("--from", "i går"))
        .isEqualTo("--from ska vara ett datum som 2026-11-27, inte i går.");
    assertThat(wrong("--user", "Anna")).startsWith("--user ska vara en användares id, inte Anna.");
    assertThat(wrong("--verb", "'; drop")).startsWith("--verb ska skrivas som text.read");
    assertThat(wrong("--format", "xml")).startsWith("Formatet xml finns inte.");
    assertThat(wrong("--from", "2026-11-02", "--to", "2026-11-01"))
        .isEqualTo("Perioden slutar 2026-11-01, innan den börjar 2026-11-02.");
  }

  private String wrong(String... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    return err.toString().lines().findFirst().orElseThrow();
  }

  private List<String> verbs(String... arguments) {
    return rows(arguments).stream().map(row -> row.path("verb").asString()).toList();
  }

  private List<JsonNode> rows(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    assertThat(run(all.toArray(String[]::new))).isZero();
    List<JsonNode> rows = new ArrayList<>();
    JsonMapper.builder().build().readTree(out.toString()).forEach(rows::add);
    return rows;
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    AuditCommand command = new AuditCommand();
    command.useApplication(work -> work.apply(context));
    List<String> all = new ArrayList<>(List.of("--municipality", municipality.slug()));
    all.addAll(List.of(arguments));
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
