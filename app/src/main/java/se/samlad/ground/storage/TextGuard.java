package se.samlad.ground.storage;

import java.util.List;

/** Stands in front of every text that is stored. It never refuses: certain hits are masked, doubtful ones hide the text for review. */
public interface TextGuard {

  /** Finds personal data in the text and masks what is certain. */
  Guarded guard(String text);

  /** What was found; the first six are certain, the others doubtful. */
  enum Kind {
    PERSONAL_NUMBER,
    COORDINATION_NUMBER,
    TEMPORARY_NUMBER,
    EMAIL,
    PHONE,
    PLATE,
    NAME,
    APARTMENT,
    HEALTH,
    ETHNICITY;

    public boolean certain() {
      return ordinal() <= PLATE.ordinal();
    }
  }

  /** A hit: kind and position (UTF-16 code units, end exclusive) in the text as sent. Never the words themselves. */
  record Hit(Kind kind, int start, int end) {}

  /** The text with certain hits replaced by {@code ▮}, and all hits in order of position. */
  record Guarded(String text, List<Hit> hits) {

    public Guarded {
      hits = List.copyOf(hits);
    }

    public boolean masked() {
      return hits.stream().anyMatch(hit -> hit.kind().certain());
    }

    public boolean doubtful() {
      return hits.stream().anyMatch(hit -> !hit.kind().certain());
    }
  }
}
