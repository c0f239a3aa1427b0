package se.samlad.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.CrimeCodes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.intake.Drafts;
import se.samlad.intake.Drafts.Kind;
import se.samlad.intake.Field;
import se.samlad.intake.Import;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Mapping;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.Profile;

/** Which categories the crime codes or the words of a file mean; what is chosen is kept for the source. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/handelser/import/{id}/kategorier")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class KindPages {

  /** Nothing is chosen yet; empty means that the rows are left out. */
  private static final String UNCHOSEN = "-";

  private final Imports imports;
  private final Drafts drafts;
  private final Categories categories;
  private final CrimeCodes codes;
  private final RowWords words;
  private final MessageSource messages;

  KindPages(
      Imports imports,
      Drafts drafts,
      Categories categories,
      CrimeCodes codes,
      RowWords words,
      MessageSource messages) {
    this.imports = imports;
    this.drafts = drafts;
    this.categories = categories;
    this.codes = codes;
    this.words = words;
    this.messages = messages;
  }

  /** A kind of event with its choice. */
  record Line(String name, String word, String label, int rows, String value) {}

  /** Everything the page shows. */
  record Page(
      List<Crumb> crumbs, Import run, boolean reports, List<Line> lines, List<Choice> choices) {}

  @GetMapping
  String ask(@PathVariable("id") UUID id, Model model, Locale locale) {
    Import run = imports.get(id);
    if (run.state() != Import.State.DRAFT || run.profile().mapping().columns().isEmpty()) {
      return "redirect:/handelser/import/" + id;
    }
    return show(model, locale, run, Map.of(), List.of());
  }

  @PostMapping
  String choose(
      @PathVariable("id") UUID id,
      @RequestParam Map<String, String> said,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Import run = imports.get(id);
    Profile profile = run.profile();
    List<Kind> kinds = drafts.kinds(id, profile.mapping());
    Map<String, String> chosen = new HashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int at = 0; at < kinds.size(); at++) {
      String word = kinds.get(at).word();
      String code = said.getOrDefault(word(said, at, word), UNCHOSEN);
      if (code.isEmpty() || categories.find(code).isPresent()) {
        chosen.put(Mapping.word(word), code);
      } else if (profile.mapping().target() == Target.REPORTS) {
        errors.add(new FieldError(
            "kat_" + at, messages.getMessage("intake.kinds.choose", new Object[] {word}, locale)));
      }
    }
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, locale, run, chosen, errors);
    }
    keep(run, kinds, chosen);
    imports.tryOut(id);
    return "redirect:/handelser/import/" + id;
  }

  private void keep(Import run, List<Kind> kinds, Map<String, String> chosen) {
    Profile profile = run.profile();
    if (profile.mapping().target() == Target.REPORTS) {
      Map<String, String> all = new HashMap<>(profile.mapping().categories());
      all.putAll(chosen);
      imports.draw(
          run.id(),
          new Drawing(profile.name(), profile.mapping().withCategories(all), run.sharingClass()));
      return;
    }
    for (Kind kind : kinds) {
      String category = chosen.getOrDefault(kind.word(), "");
      String label = kind.label().isEmpty() ? "Brottskod " + kind.word() : kind.label();
      codes.categorise(kind.word(), label, category.isEmpty() ? null : category);
    }
  }

  /** The name of the choice that was made for the word; the file's kinds come in the same order each time. */
  private static String word(Map<String, String> said, int at, String word) {
    return word.equals(said.get("ord_" + at)) ? "kat_" + at : "";
  }

  private String show(
      Model model, Locale locale, Import run, Map<String, String> chosen, List<FieldError> errors) {
    Mapping mapping = run.profile().mapping();
    boolean reports = mapping.target() == Target.REPORTS;
    List<Category> current = categories.current();
    Map<String, String> known = new HashMap<>(reports ? saved(run) : codes.categories());
    known.putAll(chosen);
    List<Line> lines = new ArrayList<>();
    for (Kind kind : drafts.kinds(run.id(), mapping)) {
      String value = Optional.ofNullable(known.get(Mapping.word(kind.word())))
          .or(() -> reports ? guess(kind.word(), current) : Optional.empty())
          .orElse(reports ? UNCHOSEN : "");
      lines.add(new Line("kat_" + lines.size(), kind.word(), kind.label(), kind.rows(), value));
    }
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new Page(
            words.crumbs(locale, run), run, reports, lines, choices(reports, current, locale)));
    return "intake/kinds";
  }

  /** What was chosen for the source before, and in this draft. */
  private Map<String, String> saved(Import run) {
    Map<String, String> saved = new HashMap<>(imports
        .profile(run.profile().slug())
        .map(profile -> profile.mapping().categories())
        .orElse(Map.of()));
    saved.putAll(run.profile().mapping().categories());
    return saved;
  }

  private static Optional<String> guess(String word, List<Category> current) {
    String bare = Field.bare(word);
    return current.stream()
        .filter(category -> Field.bare(category.nameSv()).equals(bare)
            || Field.bare(category.code()).equals(bare)
            || Field.bare(category.nameEn()).equals(bare))
        .map(Category::code)
        .findFirst();
  }

  private List<Choice> choices(boolean reports, List<Category> current, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    if (reports) {
      choices.add(new Choice(UNCHOSEN, messages.getMessage("intake.kinds.unchosen", null, locale)));
      choices.add(new Choice("", messages.getMessage("intake.kinds.leaveOut", null, locale)));
    } else {
      choices.add(new Choice("", messages.getMessage("intake.kinds.none", null, locale)));
    }
    String language = locale.getLanguage();
    current.forEach(category -> choices.add(new Choice(
        category.code(), (category.parent() == null ? "" : "– ") + category.name(language))));
    return choices;
  }
}
