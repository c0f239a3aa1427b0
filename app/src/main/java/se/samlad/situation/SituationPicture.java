package se.samlad.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.Period;

/**
 * One version of a group's lägesbild for a period.
 *
 * @param period the meeting's period, which names it
 * @param version 1, 2, 3; a signed one is never changed, a correction is the next
 * @param covered what it tells about, by default the full period before
 * @param meetingOn the day the group meets
 * @param savedAt when anything in it was last saved
 * @param signature who signed it and when, or null
 */
public record SituationPicture(
    UUID id,
    UUID group,
    Period period,
    int version,
    PictureState state,
    Period covered,
    LocalDate meetingOn,
    Instant savedAt,
    @Nullable Signature signature,
    @Nullable Instant sharedAt,
    List<PictureBlock> blocks) {

  /** The act of signing (beslut). */
  public record Signature(@Nullable UUID member, String name, Instant at) {}

  public SituationPicture {
    blocks = List.copyOf(blocks);
  }

  /** The same with its blocks. */
  public SituationPicture with(List<PictureBlock> these) {
    return new SituationPicture(
        id, group, period, version, state, covered, meetingOn, savedAt, signature, sharedAt, these);
  }

  public PictureBlock block(BlockKind kind) {
    return blocks.stream()
        .filter(block -> block.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("picture " + id + " has no block " + kind));
  }

  public int blocksDone() {
    return (int) blocks.stream().filter(PictureBlock::done).count();
  }
}
