package se.samlad.situation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.documents.Pdf;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;
import se.samlad.situation.sheet.SheetMaker;
import se.samlad.situation.sheet.SheetRenderer;

/** A picture, its document, and the steps from draft to shared. */
@Controller
@RequestMapping("/lagesbilder/{grupp}/{period}")
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.LEADERSHIP})
class PicturePages {

  private final SituationPictures pictures;
  private final PicturePaths paths;
  private final PicturePageMaker maker;
  private final SheetMaker sheets;
  private final SheetRenderer renderer;

  PicturePages(
      SituationPictures pictures,
      PicturePaths paths,
      PicturePageMaker maker,
      SheetMaker sheets,
      SheetRenderer renderer) {
    this.pictures = pictures;
    this.paths = paths;
    this.maker = maker;
    this.sheets = sheets;
    this.renderer = renderer;
  }

  @GetMapping
  String show(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "version", defaultValue = "0") int version,
      @RequestParam(name = "block", defaultValue = "") String block,
      Model model) {
    WorkingGroup named = paths.group(group);
    Optional<SituationPicture> last = pictures.find(named.id(), PicturePaths.period(period));
    if (last.isEmpty() && version == 0 && CurrentActor.get().has(Role.COORDINATOR)) {
      model.addAttribute("group", named);
      model.addAttribute("period", period);
      return "situation/none";
    }
    SituationPicture picture = paths.picture(group, period, version);
    model.addAttribute("page", maker.page(picture, BlockSlug.find(block).orElse(null), null));
    return "situation/show";
  }

  /** The sheet's markup alone. */
  @GetMapping(path = "/ark", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> sheet(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "version", defaultValue = "0") int version) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(maker.sheet(paths.picture(group, period, version)));
  }

  @GetMapping(path = "/pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam(name = "version", defaultValue = "0") int version) {
    SituationPicture picture = paths.picture(group, period, version);
    Pdf pdf = renderer.pdf(sheets.sheet(picture, pictures.figures(picture)));
    String name =
        String.format(Locale.ROOT, "lagesbild-%s-%s-%d.pdf", group, period, picture.version());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(pdf.bytes());
  }

  @PostMapping("/klar")
  @RequiresRole(Role.COORDINATOR)
  String ready(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      RedirectAttributes flash) {
    return back(pictures.ready(mine(group, period, picture)), "situation.notice.ready", flash);
  }

  @PostMapping("/utkast")
  @RequiresRole(Role.COORDINATOR)
  String reopen(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      RedirectAttributes flash) {
    return back(pictures.reopen(mine(group, period, picture)), "situation.notice.reopened", flash);
  }

  @PostMapping("/beslut")
  @RequiresRole(Role.COORDINATOR)
  String sign(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      RedirectAttributes flash) {
    return back(pictures.sign(mine(group, period, picture)), "situation.notice.signed", flash);
  }

  @PostMapping("/delning")
  @RequiresRole(Role.COORDINATOR)
  String share(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      RedirectAttributes flash) {
    return back(pictures.share(mine(group, period, picture)), "situation.notice.shared", flash);
  }

  @PostMapping("/versioner")
  @RequiresRole(Role.COORDINATOR)
  String newVersion(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      RedirectAttributes flash) {
    return back(
        pictures.newVersion(mine(group, period, picture)), "situation.notice.version", flash);
  }

  @PostMapping("/tacker")
  @RequiresRole(Role.COORDINATOR)
  ModelAndView cover(
      @PathVariable("grupp") String group,
      @PathVariable("period") String period,
      @RequestParam("bild") UUID picture,
      @RequestParam(name = "tacker", defaultValue = "") String covered,
      RedirectAttributes flash) {
    UUID mine = mine(group, period, picture);
    try {
      Period chosen = Period.parse(covered.strip())
          .orElseThrow(() -> new InvalidInput("tacker", "situation.input.period"));
      return new ModelAndView(
          back(pictures.cover(mine, chosen), "situation.notice.covered", flash));
    } catch (InvalidInput invalid) {
      ModelAndView again = new ModelAndView("situation/show", HttpStatus.UNPROCESSABLE_CONTENT);
      again.addObject("page", maker.page(pictures.get(mine), null, null).covering(covered));
      again.addObject("errors", List.of(maker.error("tacker", invalid)));
      return again;
    }
  }

  /** The picture named in the form, if it is of this address. */
  private UUID mine(String group, String period, UUID picture) {
    boolean here = pictures.versions(paths.group(group).id(), PicturePaths.period(period)).stream()
        .anyMatch(version -> version.id().equals(picture));
    if (!here) {
      throw new NotFound("picture " + picture);
    }
    return picture;
  }

  private String back(SituationPicture picture, @Nullable String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return "redirect:" + paths.base(picture);
  }
}
