package se.samlad.situation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block of a picture.
 *
 * @param heading what it is called
 * @param section the heading of the municipality's template it stands under, or empty
 * @param text what was written; null while nobody has, then the draft made from the figures is shown
 * @param proposals what is proposed to the meeting, by the hotspot's name; only for {@link BlockKind#HOTSPOTS}
 * @param done ticked off by the coordinator
 * @param revision counts the saves; a save names the one it was made from
 */
public record PictureBlock(
    BlockKind kind,
    int ordinal,
    String heading,
    String section,
    @Nullable String text,
    Map<String, String> proposals,
    boolean done,
    int revision,
    @Nullable Instant savedAt) {

  /** The most letters a proposal may have. */
  public static final int MOST_LETTERS_PROPOSED = 90;

  public PictureBlock {
    proposals = Map.copyOf(proposals);
  }
}
