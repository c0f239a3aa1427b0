package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.BulkInvitations.Line;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** A table of people: tried out without a trace, invited once, broken rows told. */
@SamladTest
class BulkInvitationsTest {

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private BulkInvitations bulk;

  @Autowired
  private Members members;

  private final String domain = UUID.randomUUID() + ".example";
  private TestTown town;
  private TestTown.Person administrator;
  private UUID company;
  private UUID school;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue);
    company = town.organisation("Bevakning", "GUARD_COMPANY");
    school = town.organisation("Skolan", "SCHOOL");
    town.unit(company, "Kvällspasset");
    administrator = town.person(Role.ADMINISTRATOR, null);
  }

  @Test
  void tableIsTriedOutWithoutATraceThenInvitesOnceHoweverOftenItIsRead() {
    String table = """
        Namn;E-post;Organisation;Enhet;Roll
        Väktare ett;ett@%1$s;bevakning;kvällspasset;
        Skolans samordnare;tva@%1$s;Skolan;;samordnare
        Väktare ett;ett@%1$s;Skolan;;rapportör
        """.formatted(domain);
    assertThat(outcomes(check(table))).containsExactly("2 NEW", "3 NEW", "4 MORE_ROLES");
    assertThat(people()).isEqualTo(1);

    List<Line> invited = invite(table);
    assertThat(outcomes(invited)).containsExactly("2 NEW", "3 NEW", "4 MORE_ROLES");
    assertThat(invited.getFirst().link()).startsWith("/inbjudan/");
    assertThat(people()).isEqualTo(3);
    assertThat(grants("Väktare ett"))
        .as("one account that reports for two organisations")
        .containsExactlyInAnyOrder("REPORTER " + company, "REPORTER " + school);

    assertThat(outcomes(invite(table))).containsExactly("2 ALREADY", "3 ALREADY", "4 ALREADY");
    assertThat(people()).isEqualTo(3);
    assertThat(tenancy.readAs(
            town.system(),
            () -> db.sql("select count(*) from samlad.invitation")
                .query(Integer.class)
                .single()))
        .isEqualTo(2);
  }

  @Test
  void brokenRowsAreToldAndStopNoneOfTheOthers() {
    String table = """
        namn,epost,organisation,roll
        ,tom@%1$s,Bevakning,
        Utan adress,inte en adress,Bevakning,
        Fel plats,fel@%1$s,Okända bolaget,
        Chef,chef@%1$s,Bevakning,administratör
        Rätt,ratt@%1$s,Bevakning,
        """.formatted(domain);
    List<Line> lines = invite(table);
    assertThat(outcomes(lines))
        .containsExactly("2 WRONG", "3 WRONG", "4 WRONG", "5 WRONG", "6 NEW");
    assertThat(lines.subList(0, 4))
        .extracting(line -> line.problem().field())
        .containsExactly("namn", "epost", "organisation", "roll");
    assertThat(people()).isEqualTo(2);
  }

  @Test
  void tableWithoutItsColumnsOrRowsIsRefusedWhole() {
    for (String table : List.of(
        "", "namn;epost;organisation", "namn;telefon\nA;1", "epost;organisation\na@b.se;X")) {
      assertThatThrownBy(() -> invite(table)).as(table).isInstanceOf(InvalidInput.class);
    }
    String many = "namn;epost;organisation\n" + "A;a@b.se;Skolan\n".repeat(501);
    assertThatThrownBy(() -> check(many)).hasMessageContaining("access.bulk.many");
  }

  private List<Line> check(String table) {
    return tenancy.readAs(administrator.actor(), () -> bulk.check(table));
  }

  private List<Line> invite(String table) {
    return tenancy.as(administrator.actor(), () -> bulk.invite(table));
  }

  private static List<String> outcomes(List<Line> lines) {
    return lines.stream().map(line -> line.number() + " " + line.outcome()).toList();
  }

  private int people() {
    return tenancy.readAs(administrator.actor(), members::list).size();
  }

  private List<String> grants(String name) {
    return tenancy.readAs(administrator.actor(), members::list).stream()
        .filter(member -> member.displayName().equals(name))
        .flatMap(member -> member.grants().stream())
        .map(grant -> grant.role() + " " + grant.organisation())
        .toList();
  }
}
