package se.samlad.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

@SamladTest
class DemoTest {

  @Autowired
  private Demo demo;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private Members members;

  @Autowired
  private Organisations organisations;

  @Autowired
  private Groups groups;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @BeforeEach
  void openTheDemo() {
    demo.open();
  }

  @Test
  void everyRoleCardOpensAnAccount() {
    inLindesta(() -> {
      assertThat(Arrays.stream(DemoRole.values())
              .filter(role -> members.findDemo(role).isEmpty()))
          .isEmpty();
      return true;
    });
  }

  @Test
  void twelveOrganisationsSitInTheGroup() {
    inLindesta(() -> {
      assertThat(organisations.list()).hasSize(12);
      var group = groups.getBySlug("est-gruppen");
      assertThat(groups.seats(group.id())).hasSizeGreaterThanOrEqualTo(13);
      assertThat(group.wholeMunicipality()).isTrue();
      return true;
    });
  }

  @Test
  void aSecondStartKeepsWhatIsThere() {
    var before = municipalities.find(Demo.LINDESTA);
    demo.open();
    assertThat(municipalities.find(Demo.LINDESTA)).isEqualTo(before);
  }

  @Test
  void resettingBuildsAnewAndLeavesOthersAlone() {
    TestTown other = TestTown.in(tenancy, db, catalogue);
    other.area("Centrum", 0, 0);
    var before = municipalities.find(Demo.LINDESTA).orElseThrow();
    long addresses = rows("place");
    demo.reset();
    assertThat(municipalities.find(Demo.LINDESTA)).isPresent().get().isNotEqualTo(before);
    assertThat(rows("place")).isEqualTo(addresses);
    assertThat(tenancy.<Long>readAs(Actor.system(before), () -> count("audit_entry")))
        .isZero();
    assertThat(tenancy.<Long>readAs(other.system(), () -> count("area"))).isEqualTo(1);
  }

  @Test
  void aRealMunicipalityCannotBeWiped() {
    TestTown real = TestTown.in(tenancy, db, catalogue);
    assertThatThrownBy(() -> real.asSystem(this::wipe)).isInstanceOf(DataAccessException.class);
    var coordinator = municipalities.find(Demo.LINDESTA).orElseThrow();
    assertThatThrownBy(() -> tenancy.as(Actor.anybody(coordinator), this::wipe))
        .isInstanceOf(DataAccessException.class);
  }

  private void wipe() {
    db.sql("select samlad.wipe_demo()").query((row, n) -> true).list();
  }

  private long rows(String table) {
    return inLindesta(() -> count(table));
  }

  private long count(String table) {
    return db.sql("select count(*) from samlad." + table).query(Long.class).single();
  }

  private <T> T inLindesta(Supplier<T> work) {
    return tenancy.readAs(Actor.system(municipalities.find(Demo.LINDESTA).orElseThrow()), work);
  }
}
