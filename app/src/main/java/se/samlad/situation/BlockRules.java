package se.samlad.situation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.TextGuard;

/** What a block may hold: so much text as fits one page, in characters that can be printed, without personal data. */
@Component
class BlockRules {

  private static final int MOST_PROPOSALS = 10;
  private static final int LONGEST_PLACE = 200;

  private final TextGuard guard;

  BlockRules(TextGuard guard) {
    this.guard = guard;
  }

  /** The block with what was written in it. */
  PictureBlock written(
      PictureBlock before, String text, Map<String, String> proposals, boolean done) {
    if (proposals.size() > MOST_PROPOSALS) {
      throw new InvalidInput("proposals", "situation.input.many", MOST_PROPOSALS);
    }
    Map<String, String> kept = new LinkedHashMap<>();
    proposals.forEach((place, proposal) -> {
      String line = checked("proposals", proposal, PictureBlock.MOST_LETTERS_PROPOSED, false);
      if (!line.isEmpty()) {
        kept.put(checked("proposals", place, LONGEST_PLACE, false), line);
      }
    });
    return with(before, checked("text", text, before.kind().mostLetters(), true), kept, done);
  }

  PictureBlock ticked(PictureBlock before, boolean done) {
    return new PictureBlock(
        before.kind(),
        before.ordinal(),
        before.heading(),
        before.section(),
        before.text(),
        before.proposals(),
        done,
        before.revision(),
        before.savedAt());
  }

  private static PictureBlock with(
      PictureBlock before, String text, Map<String, String> proposals, boolean done) {
    return new PictureBlock(
        before.kind(),
        before.ordinal(),
        before.heading(),
        before.section(),
        text,
        proposals,
        done,
        before.revision(),
        before.savedAt());
  }

  private String checked(String field, String text, int most, boolean lines) {
    String plain = text.strip().replace("\r\n", "\n");
    if (plain.length() > most) {
      throw new InvalidInput(field, "situation.input.long", most, plain.length());
    }
    boolean unprintable = plain
        .codePoints()
        .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t'))
            || Character.getType(c) == Character.SURROGATE
            || Character.getType(c) == Character.UNASSIGNED);
    if (unprintable) {
      throw new InvalidInput(field, "situation.input.characters");
    }
    return guard.guard(plain).text();
  }
}
