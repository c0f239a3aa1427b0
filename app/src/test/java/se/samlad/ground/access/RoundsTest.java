package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.support.SamladTest;

/** A job's round of all municipalities. */
@SamladTest
class RoundsTest {

  @Autowired
  Municipalities municipalities;

  @Test
  void municipalityThatFailsDoesNotStopTheOthers() {
    String name = "rond-" + UUID.randomUUID().toString().substring(0, 8);
    MunicipalityId first =
        municipalities.found(name + "-1", "Första kommunen", true).id();
    MunicipalityId second =
        municipalities.found(name + "-2", "Andra kommunen", true).id();
    Set<MunicipalityId> done = new HashSet<>();
    for (MunicipalityId failing : Set.of(first, second)) {
      done.clear();
      municipalities.inEach("a job", municipality -> {
        if (municipality.equals(failing)) {
          throw new IllegalStateException("this one fails");
        }
        done.add(municipality);
      });
      assertThat(done).doesNotContain(failing).hasSize(municipalities.ids().size() - 1);
    }
  }
}
