package se.samlad.ground.privacy.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds names of people in a text (personnamn). Reads it word by word: a given name and what may be a surname after it, two capitalised
 * words that are neither everyday words nor places, a given name alone where nothing else bears it, and names after words such as "heter"
 * and "grannen". Small letters are names only beside each other or after such a word. What the map and the shops are called is left alone.
 */
public final class NameFinder {

  private final NameIndex names;
  private final EverydayWords everyday;
  private final Phrases known;

  public NameFinder(NameIndex names, EverydayWords everyday, Phrases known) {
    this.names = names;
    this.everyday = everyday;
    this.known = known;
  }

  /** Where a name stands in the text, end exclusive. */
  public record Span(int start, int end) {}

  /**
   * The names in the text, in order.
   *
   * @param own places and streets of the municipality, which are nobody's names
   */
  public List<Span> find(String text, Phrases own) {
    List<Word> words = Word.of(text);
    return words.isEmpty() ? List.of() : new Reading(words, own).find();
  }

  public NameIndex names() {
    return names;
  }

  /** One text being read. */
  private final class Reading {

    /** A number of bearers of 256 and more, and of 512, 1,024, 4,096. */
    private static final int SOME = 9;

    private static final int MANY = 10;
    private static final int VERY_MANY = 11;
    private static final int COMMON = 13;
    private static final int SHORTEST_UNKNOWN = 3;

    private final List<Word> words;
    private final boolean[] place;
    private final boolean[] covered;
    private final int[] givenWeights;
    private final int[] surnameWeights;

    private Reading(List<Word> words, Phrases own) {
      this.words = words;
      this.place = new boolean[words.size()];
      this.covered = new boolean[words.size()];
      this.givenWeights = unasked(words.size());
      this.surnameWeights = unasked(words.size());
      for (int i = 0; i < words.size(); i++) {
        int many = Math.max(known.wordsAt(words, i), own.wordsAt(words, i));
        for (int k = i; k < i + many; k++) {
          place[k] = true;
          covered[k] |= many > 1;
        }
      }
    }

    private static int[] unasked(int size) {
      int[] weights = new int[size];
      Arrays.fill(weights, -1);
      return weights;
    }

    private List<Span> find() {
      List<Span> found = new ArrayList<>();
      int at = 0;
      while (at < words.size()) {
        int end = covered[at] ? at : nameEnd(at);
        if (end > at) {
          if (!namesAPlace(at, end)) {
            found.add(
                new Span(words.get(begun(at, found)).start(), words.get(end - 1).end()));
          }
          at = end;
        } else {
          at++;
        }
      }
      return found;
    }

    /** Takes in given names in front that were not known as such. */
    private int begun(int at, List<Span> found) {
      int from = found.isEmpty() ? 0 : found.getLast().end();
      int first = at;
      while (first > 0
          && joined(first)
          && words.get(first - 1).start() >= from
          && (given(first - 1) >= MANY && words.get(first - 1).capitalised()
              || unknown(first - 1) && !words.get(first - 1).first())) {
        first--;
      }
      return first;
    }

    private int nameEnd(int at) {
      int next = afterParticles(at);
      if (next > 0 && !covered[next] && isFullName(at, next)) {
        return extended(next + 1);
      }
      return isName(at) ? at + 1 : at;
    }

    /** "Olof Palmes gata", "Annas kök", "Sankt Eriks". */
    private boolean namesAPlace(int at, int end) {
      boolean before = at > 0 && joined(at) && words.get(at - 1).lower().startsWith("sankt");
      boolean after = end < words.size()
          && joined(end)
          && (end - at > 1 ? NameWords.street(lower(end)) : NameWords.placeNoun(lower(end)));
      return before || after && !named(at);
    }

    /** The word that follows, past "von" and its like; 0 when none does. */
    private int afterParticles(int at) {
      int next = at + 1;
      while (next < words.size()
          && next <= at + 2
          && joined(next)
          && NameWords.particle(lower(next))) {
        next++;
      }
      return next < words.size() && joined(next) ? next : 0;
    }

    private boolean isFullName(int at, int next) {
      Word first = words.get(at);
      Word second = words.get(next);
      if (!first.capital() || !second.capital()) {
        return given(at) >= SOME
            && surname(next) >= SOME
            && !isEveryday(at)
            && !place[at]
            && (second.capital() || !isEveryday(next) && !place[next]);
      }
      if (second.shape() == Word.Shape.INITIAL) {
        return bareGiven(at);
      }
      boolean surname = !place[next]
          && (surname(next) >= SOME && !isEveryday(next)
              || unknown(next) && NameWords.surname(lower(next)));
      if (first.shape() == Word.Shape.INITIAL) {
        return surname && second.start() - first.end() == 2;
      }
      return !isPlace(next)
          && (givenAndMore(at, next)
              || surname && !place[at] && !isPlace(at) && !NameWords.at(first.lower())
              || twoUnknown(at, next));
    }

    private boolean givenAndMore(int at, int next) {
      boolean everyday = isEveryday(at);
      if (given(at) == 0 || everyday && given(at) < MANY || place[at] && given(at) < COMMON) {
        return false;
      }
      boolean surname =
          surname(next) >= SOME || surname(next) > 0 && !isEveryday(next) && !place[next];
      boolean safe = !everyday && given(at) >= SOME && words.get(next).capitalised();
      return surname
          || safe && !place[next] && !NameWords.placeNoun(lower(next))
          || !(everyday && words.get(at).first() && given(at) < COMMON) && unknown(next);
    }

    private boolean twoUnknown(int at, int next) {
      Word first = words.get(at);
      return unknown(at)
          && !isCompound(first.lower())
          && (surname(next) >= SOME && !place[next]
              || surname(next) >= MANY && !first.first()
              || surname(next) > 0 && !isEveryday(next) && !place[next]
              || unknown(next) && words.get(next).lower().length() >= SHORTEST_UNKNOWN);
    }

    /** Takes in further surnames: "Anna Karin Lind Berg". */
    private int extended(int from) {
      int end = from;
      while (end < words.size()) {
        int next = end == words.size() - 1 || !NameWords.particle(lower(end)) ? end : end + 1;
        boolean more = joined(end)
            && joined(next)
            && words.get(next).capitalised()
            && !covered[next]
            && !place[next]
            && !isPlace(next)
            && !NameWords.placeNoun(lower(next));
        if (!more) {
          return end;
        }
        end = next + 1;
      }
      return end;
    }

    /** A single word that is somebody's name. */
    private boolean isName(int at) {
      Word word = words.get(at);
      if (isPlace(at) || place[at] && given(at) < COMMON) {
        return false;
      }
      if (named(at)) {
        return word.capital()
            ? !isEveryday(at) || given(at) >= SOME || ofSomebody(at - 1)
            : given(at) >= SOME && !isEveryday(at);
      }
      if (!word.capitalised()) {
        return false;
      }
      if (titled(at)) {
        return given(at) > 0 && !isEveryday(at)
            || given(at) >= MANY
            || surname(at) >= SOME && !isEveryday(at);
      }
      return bareGiven(at) || bareSurname(at);
    }

    private boolean named(int at) {
      return at > 0
          && NameWords.naming(words.get(at - 1).lower())
          && words.get(at).start() - words.get(at - 1).end() <= 3;
    }

    /** "Han kallas Räven", "någon som kallas Räven", not "parken kallas Lunden". */
    private boolean ofSomebody(int naming) {
      int who = naming > 1 && lower(naming - 1).equals("som") ? naming - 2 : naming - 1;
      return who >= 0 && (NameWords.somebody(lower(who)) || NameWords.title(lower(who)));
    }

    private boolean titled(int at) {
      return at > 0 && joined(at) && NameWords.title(words.get(at - 1).lower());
    }

    private boolean bareGiven(int at) {
      Word word = words.get(at);
      if (given(at) < SOME || place[at] || !word.capitalised() || atPlace(at)) {
        return false;
      }
      return !isEveryday(at) || !word.first() && given(at) >= VERY_MANY && !afterCapital(at);
    }

    private boolean bareSurname(int at) {
      return !words.get(at).first()
          && surname(at) >= SOME
          && !atPlace(at)
          && !isEveryday(at)
          && (lower(at).endsWith("son") || lower(at).endsWith("sons"));
    }

    private boolean atPlace(int at) {
      return at > 0 && joined(at) && NameWords.at(words.get(at - 1).lower());
    }

    private boolean afterCapital(int at) {
      return at > 0 && joined(at) && words.get(at - 1).capital();
    }

    /** A capitalised word that is nothing we know. */
    private boolean unknown(int at) {
      return words.get(at).capitalised() && !isEveryday(at) && !place[at] && !isPlace(at);
    }

    private boolean isPlace(int at) {
      return surname(at) < SOME && given(at) < SOME && NameWords.place(lower(at));
    }

    private boolean isEveryday(int at) {
      return everyday.holds(lower(at)) || NameWords.everyday(lower(at));
    }

    /** A word made of two everyday words, as Swedish makes them: "nattvandrare". */
    private boolean isCompound(String lower) {
      for (int cut = 3; cut <= lower.length() - 4; cut++) {
        String head = lower.substring(0, cut);
        boolean known = everyday.holds(head)
            || head.endsWith("s") && everyday.holds(head.substring(0, cut - 1));
        if (known && everyday.holds(lower.substring(cut))) {
          return true;
        }
      }
      return false;
    }

    private int given(int at) {
      return weight(at, true);
    }

    private int surname(int at) {
      return weight(at, false);
    }

    private int weight(int at, boolean given) {
      int[] weights = given ? givenWeights : surnameWeights;
      if (weights[at] < 0) {
        weights[at] = looked(at, given);
      }
      return weights[at];
    }

    private int looked(int at, boolean given) {
      Word word = words.get(at);
      int whole = weight(word.lower(), given);
      return whole > 0 || word.base().length() == word.lower().length()
          ? whole
          : weight(word.base(), given);
    }

    /** The bearers of a name; of one with a hyphen those of its rarer part when the whole is not known. */
    private int weight(String lower, boolean given) {
      int whole = given ? names.given(lower) : names.surname(lower);
      int hyphen = lower.indexOf('-');
      if (whole > 0 || hyphen < 0) {
        return whole;
      }
      return Math.min(
          weight(lower.substring(0, hyphen), given), weight(lower.substring(hyphen + 1), given));
    }

    private boolean joined(int at) {
      return words.get(at).joined();
    }

    private String lower(int at) {
      return words.get(at).lower();
    }
  }
}
