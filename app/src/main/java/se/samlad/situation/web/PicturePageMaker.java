package se.samlad.situation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;
import se.samlad.situation.BlockKind;
import se.samlad.situation.DraftSentences;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.PictureFigures;
import se.samlad.situation.PictureState;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;
import se.samlad.situation.sheet.SheetMaker;
import se.samlad.situation.sheet.SheetRenderer;
import se.samlad.situation.web.PicturePage.Editor;
import se.samlad.situation.web.PicturePage.Proposal;

/** Puts the page of a picture together. */
@Component
class PicturePageMaker {

  private final SituationPictures pictures;
  private final SheetMaker sheets;
  private final SheetRenderer renderer;
  private final DraftSentences drafts;
  private final PicturePaths paths;
  private final MessageSource messages;

  PicturePageMaker(
      SituationPictures pictures,
      SheetMaker sheets,
      SheetRenderer renderer,
      DraftSentences drafts,
      PicturePaths paths,
      MessageSource messages) {
    this.pictures = pictures;
    this.sheets = sheets;
    this.renderer = renderer;
    this.drafts = drafts;
    this.paths = paths;
    this.messages = messages;
  }

  /** What was typed and could not be saved, and what somebody else saved meanwhile. */
  record Typed(
      BlockKind kind,
      String text,
      Map<String, String> proposals,
      @Nullable String others) {}

  PicturePage page(SituationPicture picture, @Nullable BlockKind chosen, @Nullable Typed typed) {
    PictureFigures figures = pictures.figures(picture);
    boolean writes = CurrentActor.get().has(Role.COORDINATOR);
    String base = paths.base(picture);
    String title = drafts.title(picture.period(), locale());
    BlockKind open = typed != null ? typed.kind() : open(picture, chosen);
    List<PicturePage.Version> versions = versions(picture, base);
    return new PicturePage(
        picture.id(),
        picture.version(),
        versions.isEmpty() || versions.getFirst().number() == picture.version(),
        base,
        List.of(
            new Crumb("/lagesbilder", say("title")),
            new Crumb(base, drafts.heading(picture.period(), locale()))),
        title,
        lead(picture),
        picture.state().name(),
        saved(picture),
        picture.blocks().stream()
            .map(block -> new PicturePage.Block(
                BlockSlug.of(block.kind()),
                block.ordinal(),
                block.heading(),
                block.section(),
                block.done()))
            .toList(),
        writes && picture.state() == PictureState.DRAFT
            ? editor(picture, figures, open, typed)
            : null,
        writes,
        signed(picture),
        writes ? counted(picture, figures) : "",
        versions,
        picture.covered().slug(),
        renderer.markup(sheets.sheet(picture, figures)));
  }

  /** The sheet alone, for a page that shows it already. */
  String sheet(SituationPicture picture) {
    return renderer.markup(sheets.sheet(picture, pictures.figures(picture)));
  }

  /** Sparat kl. 21.40. */
  String saved(SituationPicture picture) {
    return say("saved", Formats.in(locale()).time(picture.savedAt()));
  }

  private static BlockKind open(SituationPicture picture, @Nullable BlockKind chosen) {
    if (chosen != null) {
      return chosen;
    }
    return picture.blocks().stream()
        .filter(block -> !block.done())
        .map(PictureBlock::kind)
        .findFirst()
        .orElse(picture.blocks().getFirst().kind());
  }

  private String lead(SituationPicture picture) {
    Formats formats = Formats.in(locale());
    String covered = say(
        "lead.covered",
        formats.dates(picture.covered().first(), picture.covered().last()),
        formats.date(picture.meetingOn()));
    String state = say("state." + picture.state().name());
    return picture.state() == PictureState.DRAFT
        ? say(
            "lead.draft",
            covered,
            state,
            picture.version(),
            picture.blocksDone(),
            picture.blocks().size())
        : say("lead", covered, state, picture.version());
  }

  private Editor editor(
      SituationPicture picture, PictureFigures figures, BlockKind kind, @Nullable Typed typed) {
    PictureBlock block = picture.block(kind);
    String written = block.text();
    String text =
        typed != null ? typed.text() : written == null ? drafts.text(kind, figures) : written;
    Optional<SituationPicture> before = pictures.signedBefore(picture);
    String beforeText =
        before.map(old -> old.block(kind).text()).filter(old -> !old.isEmpty()).orElse("");
    return new Editor(
        BlockSlug.of(kind),
        block.revision(),
        text,
        written == null && typed == null,
        kind.mostLetters(),
        kind == BlockKind.BRIEF || kind == BlockKind.AHEAD ? 8 : 3,
        drafts.of(kind, figures),
        kind == BlockKind.HOTSPOTS
            ? proposals(figures, typed == null ? block.proposals() : typed.proposals())
            : List.of(),
        beforeText,
        before.map(old -> drafts.title(old.period(), locale())).orElse(""),
        typed == null ? null : typed.others());
  }

  private static List<Proposal> proposals(PictureFigures figures, Map<String, String> written) {
    Map<String, Proposal> lines = new LinkedHashMap<>();
    figures.hotspots().list().stream()
        .limit(5)
        .forEach(spot -> lines.put(
            spot.name(),
            new Proposal(spot.rank(), spot.name(), written.getOrDefault(spot.name(), ""))));
    return List.copyOf(lines.values());
  }

  private String signed(SituationPicture picture) {
    SituationPicture.Signature signature = picture.signature();
    return signature == null
        ? ""
        : say("signed", signature.name(), Formats.in(locale()).moment(signature.at()));
  }

  /** What the count is today of what was known then. */
  private String counted(SituationPicture picture, PictureFigures figures) {
    return pictures
        .countAgain(picture)
        .map(
            again -> java.util.Objects.equals(again.value(), figures.incidents().value())
                ? say("counted.same", figures.incidents().value())
                : say("counted.other", figures.incidents().value(), again.value()))
        .orElse("");
  }

  private List<PicturePage.Version> versions(SituationPicture picture, String base) {
    return pictures.versions(picture.group(), picture.period()).stream()
        .map(version -> new PicturePage.Version(
            version.version(),
            base + "?version=" + version.version(),
            say("state." + version.state().name()),
            version.id().equals(picture.id())))
        .toList();
  }

  /** What is wrong with a field of the page's other forms. */
  FieldError error(String field, InvalidInput invalid) {
    InputProblem problem = invalid.problems().getFirst();
    return new FieldError(
        field, messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale()));
  }

  String say(String key, @Nullable Object... arguments) {
    return messages.getMessage("situation.page." + key, arguments, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
