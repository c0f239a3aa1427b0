package se.samlad.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.intake.Import;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.NewImport;
import se.samlad.intake.Mapping;
import se.samlad.intake.Profile;
import se.samlad.intake.RowProblems;

/** Importing in the browser: a file is always tried first, looked at, and only then written. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/handelser/import")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class ImportPages {

  private static final int LISTED = 50;
  private static final int SHOWN_ERRORS = 100;

  private final Imports imports;
  private final RowProblems problems;
  private final MessageSource messages;

  ImportPages(Imports imports, RowProblems problems, MessageSource messages) {
    this.imports = imports;
    this.problems = problems;
    this.messages = messages;
  }

  /** What was chosen, kept when something has to be mended; a file must be chosen again. */
  record Typed(String profil, String ord, String agare) {}

  /** The page with the form and the list. */
  record ListPage(
      List<Crumb> crumbs,
      Typed typed,
      List<Choice> profiles,
      List<Choice> owners,
      List<Import> runs) {}

  /** A row that could not be taken. */
  record ErrorLine(int number, String field, String why) {}

  /** An earlier week that late rows change. */
  record WeekLine(String week, int rows) {}

  /** The page of one import. */
  record RunPage(
      List<Crumb> crumbs,
      Import run,
      String profile,
      String refusal,
      List<ErrorLine> errors,
      List<WeekLine> late) {

    /** Whether the rows are reports, not recorded crime. */
    public boolean reports() {
      return run.profile().mapping().target() == Mapping.Target.REPORTS;
    }

    /** Whether more rows were wrong than are shown. */
    public boolean more() {
      return run.wrong() > errors.size();
    }
  }

  @GetMapping
  String list(Model model, Locale locale) {
    requireOwner();
    String word = imports.profiles().stream()
        .map(imports::onWordOf)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
    List<Organisation> police = imports.owners(Mapping.Target.CRIMES);
    String owner = police.size() == 1 ? police.getFirst().id().toString() : "";
    String profile = police.isEmpty() ? Profile.DRAFT : Profile.POLICE_DELIVERY.slug();
    return show(model, locale, new Typed(profile, word, owner), List.of());
  }

  @PostMapping
  String hand(
      @RequestParam(name = "fil", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "profil", defaultValue = "") String profile,
      @RequestParam(name = "ord", defaultValue = "") String word,
      @RequestParam(name = "agare", defaultValue = "") String owner,
      HttpServletResponse response,
      Model model,
      Locale locale)
      throws IOException {
    requireOwner();
    try {
      boolean draft = profile.equals(Profile.DRAFT);
      NewImport wanted = wanted(file, profile, word, owner);
      if (file == null) {
        throw new IllegalStateException("a file that is not there passed the check");
      }
      try (InputStream in = file.getInputStream()) {
        if (draft) {
          return "redirect:/handelser/import/" + imports.draft(wanted, in).id() + "/uppstallning";
        }
        return "redirect:/handelser/import/" + imports.hand(wanted, in).id();
      }
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, locale, new Typed(profile, word, owner), sentences(invalid, locale));
    }
  }

  @GetMapping("/{id}")
  String run(@PathVariable("id") UUID id, Model model, Locale locale) {
    Import run = imports.get(id);
    if (run.state() == Import.State.DRAFT) {
      return "redirect:/handelser/import/" + id + "/uppstallning";
    }
    fill(model, run, locale);
    return "intake/run";
  }

  /** What the page asks for again and again while the file is read. */
  @GetMapping("/{id}/forlopp")
  String progress(
      @PathVariable("id") UUID id, HttpServletResponse response, Model model, Locale locale) {
    Import run = imports.get(id);
    if (!run.waiting()) {
      response.setHeader("HX-Refresh", "true");
    }
    fill(model, run, locale);
    return "intake/_run :: progress";
  }

  @GetMapping("/{id}/fel.csv")
  void errors(@PathVariable("id") UUID id, HttpServletResponse response, Locale locale)
      throws IOException {
    imports.get(id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"fel.csv\"");
    StringBuilder text = new StringBuilder("\ufeff");
    problems.write(id, text, locale);
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/{id}/genomfor")
  String confirm(@PathVariable("id") UUID id) {
    imports.confirm(id);
    return "redirect:/handelser/import/" + id;
  }

  @PostMapping("/{id}/kasta")
  String discard(@PathVariable("id") UUID id, RedirectAttributes flash) {
    imports.discard(id);
    flash.addFlashAttribute("notice", "intake.discarded");
    return "redirect:/handelser/import";
  }

  @PostMapping("/{id}/avbrott")
  String cancel(@PathVariable("id") UUID id) {
    imports.cancel(id);
    return "redirect:/handelser/import/" + id;
  }

  @PostMapping("/{id}/angra")
  String undo(@PathVariable("id") UUID id, RedirectAttributes flash) {
    imports.undo(id);
    flash.addFlashAttribute("notice", "intake.undone");
    return "redirect:/handelser/import/" + id;
  }

  private NewImport wanted(
      @Nullable MultipartFile file, String profile, String word, String owner) {
    if (file == null || file.isEmpty()) {
      throw new InvalidInput("fil", "intake.file.choose");
    }
    Profile chosen = profile.equals(Profile.DRAFT)
        ? new Profile(Profile.DRAFT, "", Mapping.UNSAID)
        : imports
            .profile(profile)
            .orElseThrow(() -> new InvalidInput("profil", "intake.profile.unknown"));
    String name = file.getOriginalFilename();
    return new NewImport(
        chosen,
        name == null ? "" : name,
        file.getSize(),
        true,
        word.isBlank() ? null : word,
        owner(owner));
  }

  private static @Nullable UUID owner(String text) {
    try {
      return text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("agare", "intake.owner.unknown");
    }
  }

  private void requireOwner() {
    if (imports.owners().isEmpty()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "intake.refused.owner");
    }
  }

  private String show(Model model, Locale locale, Typed typed, List<FieldError> errors) {
    List<Choice> profiles = new ArrayList<>();
    imports
        .profiles()
        .forEach(profile -> profiles.add(new Choice(profile.slug(), name(profile, locale))));
    profiles.add(
        new Choice(Profile.DRAFT, messages.getMessage("intake.profile.utkast", null, locale)));
    List<Organisation> owners = imports.owners();
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new ListPage(
            crumbs(locale, List.of()),
            typed,
            profiles,
            owners.stream()
                .map(owner -> new Choice(owner.id().toString(), owner.name()))
                .toList(),
            imports.list(LISTED, 0)));
    return "intake/list";
  }

  private void fill(Model model, Import run, Locale locale) {
    List<ErrorLine> lines = imports.errors(run.id(), SHOWN_ERRORS, 0).stream()
        .map(problem -> new ErrorLine(
            problem.number(),
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
    String refusal = run.refusal().stream()
        .map(why -> messages.getMessage(why.messageKey(), why.arguments().toArray(), locale))
        .findFirst()
        .orElse("");
    model.addAttribute(
        "page",
        new RunPage(
            crumbs(locale, List.of(new Crumb("/handelser/import/" + run.id(), run.fileName()))),
            run,
            name(run.profile(), locale),
            refusal,
            lines,
            run.lateWeeks().entrySet().stream()
                .map(week -> new WeekLine(IsoWeek.of(week.getKey()).toString(), week.getValue()))
                .toList()));
  }

  private List<Crumb> crumbs(Locale locale, List<Crumb> more) {
    List<Crumb> crumbs = new ArrayList<>();
    crumbs.add(
        new Crumb("/handelser/anmalda-brott", messages.getMessage("recorded.nav", null, locale)));
    crumbs.add(new Crumb("/handelser/import", messages.getMessage("intake.title", null, locale)));
    crumbs.addAll(more);
    return crumbs;
  }

  private String name(Profile profile, Locale locale) {
    return profile.name().isEmpty()
        ? messages.getMessage("intake.profile." + profile.slug(), null, locale)
        : profile.name();
  }

  private List<FieldError> sentences(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }
}
