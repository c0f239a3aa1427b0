package se.samlad.ground.web.health;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One word for load balancers and watchers; outsiders are not told more. */
@RestController
class HealthApi {

  private final DatabasePulse pulse;
  private final DiskSpace disk;

  HealthApi(DatabasePulse pulse, DiskSpace disk) {
    this.pulse = pulse;
    this.disk = disk;
  }

  @GetMapping(path = "/halsa", produces = "application/json")
  ResponseEntity<Map<String, String>> health() {
    boolean up = disk.roomLeft() && pulse.beats();
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(
            up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore());
    if (!up) {
      answer.header("Retry-After", "5");
    }
    return answer.body(Map.of("status", up ? "UP" : "DOWN"));
  }
}
