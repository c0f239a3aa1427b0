package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** A source is marked as lone exactly when its incident has no other, whoever moves them and however many at once. */
@SamladTest
class LoneSourcesTest {

  private static final String WRONG = """
      select s.source_id
        from samlad.incident_source s
        join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
       where s.lone <> (select count(*) = 1 from samlad.incident_source o where o.incident_id = s.incident_id)
          or d.lone <> s.lone or d.incident_id <> s.incident_id
      """;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  private TestTown town;
  private UUID owner;
  private UUID one;
  private UUID two;
  private UUID first;
  private UUID second;
  private UUID third;

  @BeforeEach
  void threeSourcesOfTwoIncidents() {
    town = TestTown.in(tenancy, db, catalogue);
    owner = town.organisation("Bevakning", "GUARD_COMPANY");
    one = incident("2026-1");
    two = incident("2026-2");
    first = source(one);
    second = source(one);
    third = source(two);
  }

  @Test
  void comingGoingAndMovingKeepTheMark() {
    assertThat(lone()).containsExactly(third);
    move(second, two);
    assertThat(lone()).containsExactly(first);
    move(third, one);
    assertThat(lone()).containsExactly(second);
    town.asSystem(() -> db.sql("delete from samlad.incident_source where source_id = :id")
        .param("id", first)
        .update());
    assertThat(lone()).containsExactlyInAnyOrder(second, third);
    assertThat(wrong()).isEmpty();
  }

  @Test
  void whoMovesSourcesOfOneIncidentAtTheSameTimeWaits() throws Exception {
    CountDownLatch moved = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<?> leaving = threads.submit(() -> town.asSystem(() -> {
      db.sql("update samlad.incident_source set incident_id = :to where source_id = :id")
          .param("to", two)
          .param("id", second)
          .update();
      moved.countDown();
      waitFor(asked);
    }));
    assertThat(moved.await(10, TimeUnit.SECONDS)).isTrue();
    Future<?> coming = threads.submit(() -> {
      asked.countDown();
      move(third, one);
    });
    leaving.get(20, TimeUnit.SECONDS);
    coming.get(20, TimeUnit.SECONDS);
    threads.shutdown();
    assertThat(wrong()).isEmpty();
    assertThat(lone()).containsExactly(second);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID incident(String number) {
    UUID incident = Ids.next();
    town.asSystem(() -> db.sql(
            "insert into samlad.incident (municipality_id, incident_id, number, created_at) values (samlad.municipality(), :id, :number, now())")
        .param("id", incident)
        .param("number", number)
        .update());
    return incident;
  }

  private UUID source(UUID incident) {
    UUID source = Ids.next();
    town.asSystem(() -> {
      db.sql("""
              insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, category_group, week, received_at, state_at)
              values (samlad.municipality(), :source, :incident, :owner, 'GUARD_SYSTEM', 'SAMLING', '2026-11-16', '2026-11-20T20:00Z', '2026-11-20T20:00Z')
              """)
          .param("source", source)
          .param("incident", incident)
          .param("owner", owner)
          .update();
      db.sql("""
              insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, precision_class)
              values (samlad.municipality(), :source, :owner, 'SAMLING', 1, '2026-11-20T19:00Z', '2026-11-20T19:00Z', 'AREA')
              """).param("source", source).param("owner", owner).update();
    });
    return source;
  }

  private void move(UUID source, UUID to) {
    town.asSystem(
        () -> db.sql("update samlad.incident_source set incident_id = :to where source_id = :id")
            .param("to", to)
            .param("id", source)
            .update());
  }

  private List<UUID> lone() {
    return read("select source_id from samlad.incident_source where lone");
  }

  private List<UUID> wrong() {
    return read(WRONG);
  }

  private List<UUID> read(String sql) {
    return tenancy.readAs(town.system(), () -> db.sql(sql).query(UUID.class).list());
  }
}
