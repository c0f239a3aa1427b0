package se.samlad.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;

@SamladTest
class SimulationTest {

  private static final String FACTS = """
      select string_agg(s.state || s.sharing_class || s.category_group || s.week || coalesce(d.category_code, '') || d.from_at || coalesce(d.easting, 0) || s.source_id,
                        '|' order by s.source_id)
        from samlad.incident_source s
        join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
      """;

  @Autowired
  private Simulation simulation;

  @Autowired
  private Municipalities municipalities;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Test
  void aSeedGivesTheSameIncidentsAgainInAMunicipalityMarkedAsDemo() {
    List<Integer> told = new ArrayList<>();
    Municipality one = simulation.fill(plan(7), told::add);
    Municipality again = simulation.fill(plan(7), told::add);
    Municipality other = simulation.fill(plan(8), told::add);
    assertThat(told).containsExactly(600, 600, 600);
    assertThat(one.demo()).isTrue();
    assertThat(text(one, FACTS)).isEqualTo(text(again, FACTS)).isNotEqualTo(text(other, FACTS));
    assertThat(text(one, "select count(*)::text from samlad.incident")).isEqualTo("600");
    assertThat(share(one, "(select count(*) from samlad.incident_source) - 600"))
        .isCloseTo(0.06, within(0.03));
    assertThat(share(
            one, "(select count(*) from samlad.incident_source where sharing_class = 'COARSE')"))
        .isBetween(0.05, 0.35);
    assertThat(text(one, """
            select string_agg(distinct state, ',' order by state) from samlad.incident_source
            """)).contains("DISMISSED,").contains("PASSED");
    assertThat(text(one, """
            select count(*)::text from samlad.incident_detail where easting is null and precision_class <> 'AREA'
            """)).isEqualTo("0");
  }

  @Test
  void aTakenNameAndARealMunicipalityAreRefusedWithASentence() {
    SimulationPlan plan = plan(9);
    municipalities.found(plan.slug(), "Riktiga", false);
    assertThatThrownBy(() -> simulation.fill(plan, done -> {})).hasMessageContaining("finns redan");
    assertThatThrownBy(simulation::requireDemosOnly).hasMessageContaining("riktig kommun");
    assertThatThrownBy(() -> new SimulationPlan("ok", "Ok", 0, 10, 1)).hasMessageContaining("0");
  }

  private static SimulationPlan plan(long seed) {
    String id = Ids.next().toString().replace("-", "");
    return new SimulationPlan("sim" + id.substring(20), "Simstad", 600, 20, seed);
  }

  private double share(Municipality municipality, String count) {
    return Double.parseDouble(text(municipality, "select (" + count + ")::text")) / 600;
  }

  private String text(Municipality municipality, String sql) {
    return String.valueOf(tenancy.readAs(
        Actor.system(municipality.id()), () -> db.sql(sql).query(String.class).single()));
  }
}
