package se.samlad.situation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.situation.BlockChanged;
import se.samlad.situation.BlockKind;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** Saving a block: by the button, which leads to the next one, or by itself every few seconds, which answers with the revision. */
@Controller
@RequestMapping("/lagesbilder/{grupp}/{period}/block/{block}")
@RequiresRole(Role.COORDINATOR)
class BlockPages {

  private final SituationPictures pictures;
  private final PicturePaths paths;
  private final PicturePageMaker maker;
  private final MessageSource messages;

  BlockPages(
      SituationPictures pictures,
      PicturePaths paths,
      PicturePageMaker maker,
      MessageSource messages) {
    this.pictures = pictures;
    this.paths = paths;
    this.maker = maker;
    this.messages = messages;
  }

  /** What the script learns. */
  record Saved(int revision, String saved, String text) {}

  /** What was sent. */
  record Sent(
      String group,
      String period,
      BlockKind kind,
      UUID picture,
      int revision,
      String text,
      Map<String, String> proposals) {}

  @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView save(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("block") String block,
      @RequestParam("bild") UUID picture,
      @RequestParam("revision") int revision,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(name = "klart", defaultValue = "nej") String done,
      Locale locale) {
    Sent sent = sent(group, period, block, picture, revision, text, form);
    try {
      SituationPicture saved = write(sent, done.equals("ja"));
      return new ModelAndView("redirect:" + paths.base(saved)
          + (done.equals("ja") ? "" : "?block=" + block) + "#block");
    } catch (BlockChanged changed) {
      return again(
          sent, HttpStatus.PRECONDITION_FAILED, shown(changed.current()), changedError(locale));
    } catch (InvalidInput invalid) {
      return again(sent, HttpStatus.UNPROCESSABLE_CONTENT, null, errors(invalid, locale));
    }
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Saved> autosave(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @PathVariable("block") String block,
      @RequestParam("bild") UUID picture,
      @RequestParam("revision") int revision,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam MultiValueMap<String, String> form) {
    Sent sent = sent(group, period, block, picture, revision, text, form);
    boolean done = pictures.get(picture).block(sent.kind()).done();
    SituationPicture saved = write(sent, done);
    PictureBlock written = saved.block(sent.kind());
    String kept = written.text();
    return ResponseEntity.ok(
        new Saved(written.revision(), maker.saved(saved), kept == null ? "" : kept));
  }

  private SituationPicture write(Sent sent, boolean done) {
    SituationPicture here = pictures.get(sent.picture());
    if (!here.group().equals(paths.group(sent.group()).id())
        || !here.period().slug().equals(sent.period())) {
      throw new NotFound("picture " + sent.picture());
    }
    return pictures.write(
        sent.picture(), sent.kind(), sent.revision(), sent.text(), sent.proposals(), done);
  }

  private static Sent sent(
      String group,
      String period,
      String block,
      UUID picture,
      int revision,
      String text,
      MultiValueMap<String, String> form) {
    BlockKind kind = BlockSlug.find(block).orElseThrow(() -> new NotFound("block"));
    Map<String, String> proposed = new LinkedHashMap<>();
    List<String> named = form.getOrDefault("plats", List.of());
    List<String> said = form.getOrDefault("forslag", List.of());
    for (int i = 0; i < Math.min(named.size(), said.size()); i++) {
      proposed.put(named.get(i), said.get(i));
    }
    return new Sent(group, period, kind, picture, revision, text, proposed);
  }

  private ModelAndView again(
      Sent sent, HttpStatus status, @Nullable String others, List<FieldError> errors) {
    ModelAndView page = new ModelAndView("situation/show", status);
    page.addObject(
        "page",
        maker.page(
            pictures.get(sent.picture()),
            sent.kind(),
            new PicturePageMaker.Typed(sent.kind(), sent.text(), sent.proposals(), others)));
    page.addObject("errors", errors);
    return page;
  }

  private static String shown(PictureBlock block) {
    List<String> lines = new ArrayList<>();
    String text = block.text();
    if (text != null && !text.isEmpty()) {
      lines.add(text);
    }
    block.proposals().forEach((place, proposal) -> lines.add(place + ": " + proposal));
    return String.join("\n", lines);
  }

  private List<FieldError> changedError(Locale locale) {
    return List.of(
        new FieldError("text", messages.getMessage("situation.page.changed", null, locale)));
  }

  private List<FieldError> errors(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map((InputProblem problem) -> new FieldError(
            problem.field().equals("proposals") ? "forslag-1" : problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }
}
