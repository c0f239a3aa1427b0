package se.samlad.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.intake.Drafts;
import se.samlad.intake.Drafts.Shown;
import se.samlad.intake.Drafts.Sight;
import se.samlad.intake.Field;
import se.samlad.intake.Grid;
import se.samlad.intake.Import;
import se.samlad.intake.Imports;
import se.samlad.intake.Imports.Drawing;
import se.samlad.intake.Mapping;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.TextForm;
import se.samlad.intake.file.UnreadableFile;

/** Shows an unknown file how to be read: form of the text, reference system, and which column holds what. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/handelser/import/{id}/uppstallning")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class WizardPages {

  private final Imports imports;
  private final Drafts drafts;
  private final RowWords words;
  private final MessageSource messages;

  WizardPages(Imports imports, Drafts drafts, RowWords words, MessageSource messages) {
    this.imports = imports;
    this.drafts = drafts;
    this.words = words;
    this.messages = messages;
  }

  /** One choice of a column. */
  record Asked(String name, String label, String sign, String value) {}

  /** Everything the page shows. */
  record Page(
      List<Crumb> crumbs,
      Import run,
      List<String> headings,
      List<RawRow> first,
      boolean text,
      Map<String, String> typed,
      Map<String, List<Choice>> choices,
      List<Asked> fields,
      List<RowWords.Line> lines) {}

  @GetMapping
  String ask(@PathVariable("id") UUID id, Model model, Locale locale) {
    Import run = imports.get(id);
    if (run.state() != Import.State.DRAFT) {
      return "redirect:/handelser/import/" + id;
    }
    try {
      Sight sight = drafts.look(id, TextForm.UNSAID, null);
      boolean drawn = !run.profile().mapping().columns().isEmpty();
      Drawing drawing = drawn
          ? new Drawing(run.profile().name(), run.profile().mapping(), run.sharingClass())
          : new Drawing(bareName(run.fileName()), sight.suggested(), "COARSE");
      return show(model, locale, run, sight, drawing, List.of());
    } catch (UnreadableFile unreadable) {
      return unreadable(model, locale, run, unreadable);
    }
  }

  @PostMapping
  String draw(
      @PathVariable("id") UUID id,
      @RequestParam Map<String, String> said,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Import run = imports.get(id);
    try {
      Sight sight = drafts.look(
          id, DrawingForm.form(said), !said.getOrDefault("rubrikrad", "").equals("nej"));
      Drawing drawing = DrawingForm.drawing(said, sight);
      if (said.getOrDefault("steg", "").equals("visa")) {
        return show(model, locale, run, sight, drawing, List.of());
      }
      try {
        imports.draw(id, drawing);
        return "redirect:/handelser/import/" + id + "/kategorier";
      } catch (InvalidInput invalid) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(model, locale, run, sight, drawing, words.sentences(invalid, locale));
      }
    } catch (UnreadableFile unreadable) {
      return unreadable(model, locale, run, unreadable);
    }
  }

  private String show(
      Model model,
      Locale locale,
      Import run,
      Sight sight,
      Drawing drawing,
      List<FieldError> errors) {
    Mapping mapping = drawing.mapping();
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new Page(
            words.crumbs(locale, run),
            run,
            sight.headings(),
            sight.first(),
            sight.form().isPresent(),
            typed(drawing),
            choices(sight, mapping.target(), locale),
            DrawingForm.fields(mapping.target()).stream()
                .map(field -> asked(field, mapping, sight, locale))
                .toList(),
            lines(run, mapping, locale)));
    return "intake/drawing";
  }

  /** The rows as read, once there is enough to read them by. */
  private List<RowWords.Line> lines(Import run, Mapping mapping, Locale locale) {
    boolean enough = mapping.has(Field.FROM) || mapping.has(Field.FROM_DAY);
    if (!enough) {
      return List.of();
    }
    try {
      List<Shown> shown = drafts.read(run.id(), mapping);
      return shown.stream().map(row -> words.line(row, locale)).toList();
    } catch (UnreadableFile unreadable) {
      return List.of();
    }
  }

  private Asked asked(Field field, Mapping mapping, Sight sight, Locale locale) {
    String value = mapping.columns().getOrDefault(field, "");
    boolean suggested =
        !value.isEmpty() && value.equals(sight.suggested().columns().get(field));
    String sign = sight.signs().get(field);
    return new Asked(
        "falt_" + field,
        messages.getMessage("intake.field." + field, null, locale),
        suggested && sign != null ? messages.getMessage("intake.sign." + sign, null, locale) : "",
        value);
  }

  private static Map<String, String> typed(Drawing drawing) {
    Mapping mapping = drawing.mapping();
    return Map.of(
        "namn", drawing.name(),
        "blir", mapping.target() == Target.REPORTS ? "rapporter" : "brott",
        "kodning", mapping.encoding(),
        "avgransare", mapping.separator().replace("\t", "tab"),
        "rubrikrad", mapping.header() ? "ja" : "nej",
        "system", mapping.grid().code(),
        "delas", drawing.sharingClass());
  }

  private Map<String, List<Choice>> choices(Sight sight, Target target, Locale locale) {
    List<Choice> columns = new ArrayList<>();
    columns.add(new Choice("", messages.getMessage("intake.map.none", null, locale)));
    sight.headings().stream()
        .filter(heading -> !heading.isEmpty())
        .distinct()
        .forEach(heading -> columns.add(new Choice(heading, heading)));
    List<Choice> grids = new ArrayList<>();
    for (Grid grid : Grid.values()) {
      grids.add(new Choice(grid.code(), grid.title()));
    }
    List<String> classes =
        target == Target.REPORTS ? List.of("OWNER", "COARSE", "GROUP") : List.of("OWNER", "COARSE");
    return Map.of(
        "kolumner", columns,
        "system", grids,
        "kodning",
            TextForm.ENCODINGS.stream().map(name -> new Choice(name, name)).toList(),
        "avgransare", named(List.of(";", ",", "tab", "|"), "intake.map.separator.", locale),
        "rubrikrad", named(List.of("ja", "nej"), "intake.map.header.", locale),
        "blir", named(List.of("brott", "rapporter"), "intake.map.target.", locale),
        "delas", named(classes, "intake.map.sharing.", locale));
  }

  private List<Choice> named(List<String> values, String prefix, Locale locale) {
    return values.stream()
        .map(value ->
            new Choice(value, messages.getMessage(prefix + RowWords.key(value), null, locale)))
        .toList();
  }

  private String unreadable(Model model, Locale locale, Import run, UnreadableFile why) {
    model.addAttribute("crumbs", words.crumbs(locale, run));
    model.addAttribute("run", run);
    model.addAttribute(
        "why", messages.getMessage(why.messageKey(), why.arguments().toArray(), locale));
    return "intake/unreadable";
  }

  private static String bareName(String file) {
    int dot = file.lastIndexOf('.');
    String bare = dot > 1 ? file.substring(0, dot) : file;
    return bare.length() > 60 ? bare.substring(0, 60) : bare;
  }
}
