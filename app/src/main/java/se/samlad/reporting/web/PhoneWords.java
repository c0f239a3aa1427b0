package se.samlad.reporting.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.privacy.OwnNumbers;
import se.samlad.ground.privacy.OwnNumbers.OwnNumber;
import se.samlad.ground.storage.CurrentActor;

/** What the phone's scripts say, in the page's language, carried by the page so that they are there without a network. */
@Component
class PhoneWords {

  private static final String PREFIX = "reporting.js.";

  private static final List<String> KEYS = List.of(
      "online",
      "sending",
      "offline",
      "stored",
      "waiting",
      "photos",
      "stuck",
      "login",
      "refused",
      "full",
      "almostFull",
      "old",
      "noStore",
      "signedOut",
      "queue.waiting",
      "queue.tried",
      "queue.wrong",
      "queue.send",
      "queue.remove",
      "queue.removeSure",
      "queue.mend",
      "queue.export",
      "queue.copy",
      "queue.photo",
      "queue.notTaken",
      "queue.title",
      "sent.title",
      "sent.received",
      "saved.offline",
      "saved.awake",
      "saved.login",
      "saved.again.same",
      "place.searching",
      "place.ask",
      "place.refused",
      "place.accuracy",
      "place.coarse",
      "place.none",
      "place.outside",
      "place.hits",
      "place.noHits",
      "place.noList",
      "place.chosen",
      "place.noMap",
      "time.now",
      "guard.masked",
      "guard.doubtful",
      "guard.help",
      "kind.PERSONAL_NUMBER",
      "kind.COORDINATION_NUMBER",
      "kind.TEMPORARY_NUMBER",
      "kind.EMAIL",
      "kind.PHONE",
      "kind.PLATE",
      "kind.NAME",
      "kind.APARTMENT",
      "kind.HEALTH",
      "kind.ETHNICITY",
      "problem.category",
      "problem.place",
      "problem.time",
      "problem.heading",
      "left",
      "more",
      "added",
      "addedFull",
      "noMore",
      "noGuard",
      "draft",
      "person");

  private final FormSentences sentences;
  private final OwnNumbers numbers;

  PhoneWords(FormSentences sentences, OwnNumbers numbers) {
    this.sentences = sentences;
    this.numbers = numbers;
  }

  /** Whom what lies in the phone is bound to. */
  public String jag() {
    return CurrentActor.get().requireUser().toString();
  }

  /**
   * A word a line, key without prefix = sentence; {0} stands where the script puts a number or a name. Last the numbers that the guard
   * leaves in this municipality.
   */
  public String lines() {
    String own = numbers.list().stream().map(OwnNumber::number).collect(Collectors.joining(" "));
    return KEYS.stream()
        .map(key -> key + "=" + sentences.raw(PREFIX + key))
        .collect(Collectors.joining("\n", "", own.isEmpty() ? "" : "\nown=" + own));
  }
}
