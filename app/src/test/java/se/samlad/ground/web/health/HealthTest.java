package se.samlad.ground.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import se.samlad.support.SamladTest;
import se.samlad.support.TestDatabase;

@SamladTest
class HealthTest {

  @Autowired
  JdbcClient db;

  @Autowired
  PlatformTransactionManager transactions;

  @Autowired
  TestDatabase.Database database;

  @TempDir
  Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
  private final Clock clock = turned();

  @Test
  void healthIsADurableWriteAndTellsWhenItFails() throws Exception {
    DatabasePulse pulse = new DatabasePulse(db, transactions, clock);
    HealthApi api = new HealthApi(pulse, new DiskSpace(folder.toString()));
    assertThat(api.health().getStatusCode().value()).isEqualTo(200);
    assertThat(api.health().getBody()).containsEntry("status", "UP");

    asOwner("revoke insert, update on drift.pulse from samlad_web");
    try {
      assertThat(api.health().getStatusCode().value())
          .as("the answer holds for a second")
          .isEqualTo(200);
      now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
      assertThat(api.health().getStatusCode().value()).isEqualTo(503);
      assertThat(api.health().getBody()).hasSize(1).containsEntry("status", "DOWN");
    } finally {
      asOwner("grant insert, update on drift.pulse to samlad_web");
    }
    now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
    assertThat(api.health().getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void diskThatCannotBeReadIsNotHealthy() {
    assertThat(new DiskSpace(folder.toString()).health().getStatus()).isEqualTo(Status.UP);
    assertThat(new DiskSpace(folder.resolve("gone").toString()).health().getStatus())
        .isEqualTo(Status.DOWN);
  }

  private void asOwner(String sql) throws Exception {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Clock turned() {
    return new Clock() {
      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
