package se.samlad.intake.outgoing;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import se.samlad.ground.storage.MunicipalityId;

/** Asks another system something over HTTP. Called outside transactions: an answer may take long. */
public interface Outgoing {

  /** The largest answer that is read when nothing else is said. */
  int MOST_BYTES = 5_000_000;

  /**
   * Sends the call and reads the answer, whatever its status.
   *
   * @throws OutgoingFailure when it may not be sent, did not get there, or what came back cannot be used
   */
  Answer send(Call call);

  /**
   * What is asked.
   *
   * @param onBehalfOf the municipality whose list of hosts counts and whose name the other side reads
   * @param form fields of a POST; empty makes it a GET
   */
  record Call(MunicipalityId onBehalfOf, URI address, Map<String, String> form, Pace pace) {

    public Call {
      form = Map.copyOf(form);
    }

    public static Call get(MunicipalityId onBehalfOf, URI address, Pace pace) {
      return new Call(onBehalfOf, address, Map.of(), pace);
    }

    public boolean posts() {
      return !form.isEmpty();
    }
  }

  /** How often one host may be asked, by all processes and municipalities of the installation together. */
  record Pace(int secondsBetween, int mostAnHour) {

    public Pace {
      if (secondsBetween < 0 || mostAnHour < 1) {
        throw new IllegalArgumentException(
            "a pace needs at least one call an hour, not " + mostAnHour);
      }
    }
  }

  /**
   * What came back.
   *
   * @param headers names in lower case, the last of doubled ones
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
      headers = Map.copyOf(headers);
    }

    public boolean good() {
      return status >= 200 && status < 300;
    }

    /** Seconds the other side asks us to wait. */
    public Optional<Integer> retryAfter() {
      return Optional.ofNullable(headers.get("retry-after"))
          .filter(text -> text.matches("[0-9]{1,6}"))
          .map(Integer::valueOf);
    }
  }
}
