package se.samlad.ground.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.ground.storage.TextGuard.Guarded;
import se.samlad.ground.storage.TextGuard.Hit;
import se.samlad.ground.storage.TextGuard.Kind;

/** What has been found in a text so far; places are those of the plain text. */
final class Hits {

  /** Stands where something was removed. */
  static final char MASK = '▮';

  private final Plain plain;
  private final boolean digits;
  private final List<Hit> found = new ArrayList<>();

  Hits(Plain plain) {
    this.plain = plain;
    this.digits = plain.text().chars().anyMatch(sign -> sign >= '0' && sign <= '9');
  }

  String text() {
    return plain.text();
  }

  boolean hasDigits() {
    return digits;
  }

  void add(Kind kind, int start, int end) {
    found.add(plain.hit(kind, start, end));
  }

  /** Adds the hit unless something there was found already. */
  void addIfFree(Kind kind, int start, int end) {
    Hit wanted = plain.hit(kind, start, end);
    if (found.stream().noneMatch(hit -> hit.start() < wanted.end() && wanted.start() < hit.end())) {
      found.add(wanted);
    }
  }

  /** Adds every match of the pattern, of its first group if it has one. */
  void addAll(Kind kind, Pattern pattern) {
    Matcher matcher = pattern.matcher(plain.text());
    while (matcher.find()) {
      int group = matcher.groupCount() > 0 ? 1 : 0;
      addIfFree(kind, matcher.start(group), matcher.end(group));
    }
  }

  /** The text as written with the certain hits masked, and all hits in order. */
  Guarded guarded(String written) {
    found.sort(Comparator.comparingInt(Hit::start)
        .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
    if (found.stream().noneMatch(hit -> hit.kind().certain())) {
      return new Guarded(written, found);
    }
    StringBuilder out = new StringBuilder(written.length());
    int at = 0;
    for (Hit hit : found) {
      if (hit.kind().certain() && hit.end() > at) {
        out.append(written, at, Math.max(at, hit.start())).append(MASK);
        at = hit.end();
      }
    }
    return new Guarded(out.append(written, at, written.length()).toString(), found);
  }
}
