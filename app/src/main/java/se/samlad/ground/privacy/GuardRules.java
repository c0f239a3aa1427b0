package se.samlad.ground.privacy;

import org.jspecify.annotations.Nullable;
import se.samlad.ground.privacy.names.NameFinder;
import se.samlad.ground.privacy.names.Phrases;
import se.samlad.ground.storage.TextGuard;

/**
 * What the guard looks for. Numbers, e-mail and plates are certain; names, apartments, health and ethnicity are doubtful. The page runs the
 * same patterns (static/js/rapport/vakt.js) without the lists of names; both are held to the same list of cases. Every repetition is
 * bounded, so no text makes a pattern slow.
 *
 * @param authorities numbers that are nobody's
 * @param names null where there are no lists, as in the page: then names show by the words in front of them alone
 * @param places of the municipality, which are nobody's names
 */
record GuardRules(AuthorityNumbers authorities, @Nullable NameFinder names, Phrases places)
    implements TextGuard {

  /** What the page looks for. */
  static GuardRules ofThePage() {
    return new GuardRules(AuthorityNumbers.shipped(), null, Phrases.none());
  }

  @Override
  public Guarded guard(String text) {
    Hits hits = new Hits(Plain.of(text));
    if (hits.hasDigits()) {
      PersonalNumbers.find(hits, authorities);
    }
    Emails.find(hits);
    if (hits.hasDigits()) {
      PhoneNumbers.find(hits, authorities);
      Plates.find(hits);
    }
    if (names == null) {
      Cues.names(hits);
    } else {
      names
          .find(hits.text(), places)
          .forEach(name -> hits.addIfFree(Kind.NAME, name.start(), name.end()));
    }
    Cues.find(hits);
    return hits.guarded(text);
  }
}
