package se.samlad.ground.web.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How much of the data folder's disk is left. Warns at 15 % and 5 %; only a disk too full for PostgreSQL to go on is unhealthy, as reports
 * are still received until then.
 */
@Component
class DiskSpace implements HealthIndicator {

  private static final long FULL_BYTES = 32L << 20;

  private final Path folder;

  DiskSpace(@Value("${samlad.data:.}") String folder) {
    this.folder = Path.of(folder);
  }

  @Override
  public Health health() {
    try {
      FileStore disk = Files.getFileStore(folder);
      long free = disk.getUsableSpace();
      long percent = Math.round(100.0 * free / Math.max(1, disk.getTotalSpace()));
      Health.Builder answer = free < FULL_BYTES ? Health.down() : Health.up();
      return answer
          .withDetail("freeBytes", free)
          .withDetail("freePercent", percent)
          .withDetail("warning", percent <= 5 ? "5 %" : percent <= 15 ? "15 %" : "")
          .build();
    } catch (IOException e) {
      return Health.down().build();
    }
  }

  boolean roomLeft() {
    return health().getStatus().equals(org.springframework.boot.health.contributor.Status.UP);
  }
}
