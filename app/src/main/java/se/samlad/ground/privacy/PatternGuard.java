package se.samlad.ground.privacy;

import org.springframework.stereotype.Component;
import se.samlad.ground.storage.TextGuard;

/**
 * What shows without any list: numbers, e-mail and plates, which are certain, and cue words, which are doubtful. The page runs the same
 * patterns (static/js/rapport/vakt.js); both are held to the same list of cases. Every repetition is bounded, so no text makes a pattern
 * slow.
 */
@Component
public class PatternGuard implements TextGuard {

  private final AuthorityNumbers authorities;

  public PatternGuard() {
    this.authorities = AuthorityNumbers.shipped();
  }

  @Override
  public Guarded guard(String text) {
    Hits hits = new Hits(Plain.of(text));
    PersonalNumbers.find(hits, authorities);
    Emails.find(hits);
    PhoneNumbers.find(hits, authorities);
    Plates.find(hits);
    Cues.names(hits);
    Cues.find(hits);
    return hits.guarded(text);
  }
}
