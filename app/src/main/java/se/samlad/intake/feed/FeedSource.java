package se.samlad.intake.feed;

import java.util.Map;
import se.samlad.ground.storage.MunicipalityId;

/** What a kind of feed does when its time has come. */
public interface FeedSource {

  FeedKind kind();

  /**
   * Asks the other system and takes in what it says. Runs outside a transaction; doing it again changes nothing.
   *
   * @return what it brought, by short code
   * @throws se.samlad.intake.outgoing.OutgoingFailure when it did not go
   */
  Map<String, Integer> poll(MunicipalityId municipality, Feed feed);
}
