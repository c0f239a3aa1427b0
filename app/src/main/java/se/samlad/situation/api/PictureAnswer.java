package se.samlad.situation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.PictureFigures;
import se.samlad.situation.SituationPicture;

/** A picture for another system; figures only for one picture at a time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PictureAnswer(
    UUID id,
    UUID group,
    String period,
    int version,
    String state,
    LocalDate coveredFrom,
    LocalDate coveredTo,
    LocalDate meetingOn,
    Instant savedAt,
    @Nullable Instant signedAt,
    @Nullable String signedBy,
    @Nullable List<Block> blocks,
    @Nullable PictureFigures figures) {

  /** The lists' form of an answer. */
  record Items(List<PictureAnswer> items, @Nullable String next) {}

  /** A block's text. */
  record Block(
      String kind, String heading, String section, String text, Map<String, String> proposals) {

    static Block of(PictureBlock block) {
      String text = block.text();
      return new Block(
          block.kind().name().toLowerCase(Locale.ROOT),
          block.heading(),
          block.section(),
          text == null ? "" : text,
          block.proposals());
    }
  }

  static PictureAnswer brief(SituationPicture picture) {
    return of(picture, null, null);
  }

  static PictureAnswer full(SituationPicture picture, PictureFigures figures) {
    return of(picture, picture.blocks().stream().map(Block::of).toList(), figures);
  }

  private static PictureAnswer of(
      SituationPicture picture, @Nullable List<Block> blocks, @Nullable PictureFigures figures) {
    SituationPicture.Signature signature = picture.signature();
    return new PictureAnswer(
        picture.id(),
        picture.group(),
        picture.period().slug(),
        picture.version(),
        picture.state().name().toLowerCase(Locale.ROOT),
        picture.covered().first(),
        picture.covered().last(),
        picture.meetingOn(),
        picture.savedAt(),
        signature == null ? null : signature.at(),
        signature == null ? null : signature.name(),
        blocks,
        figures);
  }
}
