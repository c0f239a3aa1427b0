package se.samlad.ground.privacy.names;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that are nobody's: places, streets, shops, of one word or several, held by their hashes.
 *
 * @param longest words in the longest of them
 */
public record Phrases(Set<Long> hashes, int longest) {

  private static final int MOST_WORDS = 5;

  public Phrases {
    hashes = Set.copyOf(hashes);
  }

  public static Phrases of(Collection<String> names) {
    Set<Long> hashes = new HashSet<>();
    int longest = 0;
    for (String name : names) {
      String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      int words = plain.split(" ").length;
      if (!plain.isEmpty() && words <= MOST_WORDS) {
        hashes.add(WordHash.of(plain));
        longest = Math.max(longest, words);
      }
    }
    return new Phrases(hashes, longest);
  }

  public static Phrases none() {
    return new Phrases(Set.of(), 0);
  }

  /** How many words from here on are one of these; 0 when none. The last may stand in the genitive. */
  int wordsAt(List<Word> words, int at) {
    StringBuilder phrase = new StringBuilder();
    int found = 0;
    for (int i = at; i < words.size() && i - at < longest; i++) {
      if (i > at && !words.get(i).joined()) {
        break;
      }
      phrase.append(i > at ? " " : "").append(words.get(i).lower());
      boolean genitive = phrase.charAt(phrase.length() - 1) == 's';
      if (hashes.contains(WordHash.of(phrase))
          || genitive && hashes.contains(WordHash.of(phrase.substring(0, phrase.length() - 1)))) {
        found = i - at + 1;
      }
    }
    return found;
  }
}
