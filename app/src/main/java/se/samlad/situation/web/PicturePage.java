package se.samlad.situation.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Crumb;
import se.samlad.situation.Sentence;

/**
 * A picture with its editor and sheet.
 *
 * @param number which version it is
 * @param last whether there is no later one
 * @param base address of the picture
 * @param sheet the sheet's markup
 * @param open the block being edited, or null when nothing can be
 */
record PicturePage(
    UUID id,
    int number,
    boolean last,
    String base,
    List<Crumb> crumbs,
    String title,
    String lead,
    String state,
    String saved,
    List<Block> blocks,
    @Nullable Editor open,
    boolean writes,
    String signed,
    String counted,
    List<Version> versions,
    String covered,
    String sheet) {

  PicturePage {
    crumbs = List.copyOf(crumbs);
    blocks = List.copyOf(blocks);
    versions = List.copyOf(versions);
  }

  /** The same page with what was typed as the covered period. */
  PicturePage covering(String typed) {
    return new PicturePage(
        id, number, last, base, crumbs, title, lead, state, saved, blocks, open, writes, signed,
        counted, versions, typed, sheet);
  }

  /** A block in the task list. */
  record Block(String slug, int number, String heading, String section, boolean done) {}

  /**
   * The block being written.
   *
   * @param draft sentences made from the figures
   * @param before what stood in the block of the last signed picture, or empty
   * @param others what somebody else saved meanwhile, or null
   */
  record Editor(
      String slug,
      int revision,
      String text,
      boolean untouched,
      int limit,
      int rows,
      List<Sentence> draft,
      List<Proposal> proposals,
      String before,
      String beforeTitle,
      @Nullable String others) {
    Editor {
      draft = List.copyOf(draft);
      proposals = List.copyOf(proposals);
    }
  }

  /** A hotspot and what is proposed for it. */
  record Proposal(int number, String place, String text) {}

  /** A version of the picture. */
  record Version(int number, String path, String state, boolean current) {}
}
