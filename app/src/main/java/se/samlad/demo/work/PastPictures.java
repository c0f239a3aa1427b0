package se.samlad.demo.work;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.situation.BlockKind;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** The lägesbilder of the EST group: last week's is signed, this week's waits for two blocks. Runs as the coordinator. */
@Component
class PastPictures {

  private static final Set<BlockKind> LEFT = Set.of(BlockKind.BRIEF, BlockKind.AHEAD);

  private final SituationPictures pictures;

  PastPictures(SituationPictures pictures) {
    this.pictures = pictures;
  }

  void draw(UUID group, IsoWeek last) {
    SituationPicture before = pictures.open(group, Period.of(last));
    before = write(
        before,
        BlockKind.BRIEF,
        "Samlingarna vid Torget och busstationen ökar för tredje veckan i rad, mest fredag och lördag kväll."
            + " I övrigt är läget som väntat.");
    before = write(
        before,
        BlockKind.AHEAD,
        "Fler kvällsresor inför helgen. Väktarna går extra rundor vid busstationen fredag och lördag.");
    for (BlockKind kind : BlockKind.values()) {
      if (!LEFT.contains(kind)) {
        pictures.tick(before.id(), kind, true);
      }
    }
    pictures.ready(before.id());
    pictures.sign(before.id());
    SituationPicture now = pictures.open(group, Period.of(last.plus(1)));
    for (BlockKind kind : BlockKind.values()) {
      if (!LEFT.contains(kind)) {
        pictures.tick(now.id(), kind, true);
      }
    }
  }

  private SituationPicture write(SituationPicture picture, BlockKind kind, String text) {
    return pictures.write(picture.id(), kind, picture.block(kind).revision(), text, Map.of(), true);
  }
}
