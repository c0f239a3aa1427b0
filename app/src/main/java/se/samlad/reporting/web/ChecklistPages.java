package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.reporting.Checklists;
import se.samlad.reporting.Checklists.Item;

/** {@code /min-organisation/{organisation}/checklista}: the editor of an organisation's own checklist. Works without script. */
@Controller
@RequestMapping("/min-organisation/{organisation}/checklista")
@RequiresRole(Role.ORGANISATION_COORDINATOR)
class ChecklistPages {

  private final Checklists checklists;
  private final Organisations organisations;
  private final Categories categories;
  private final FormSentences sentences;
  private final MessageSource messages;

  ChecklistPages(
      Checklists checklists,
      Organisations organisations,
      Categories categories,
      FormSentences sentences,
      MessageSource messages) {
    this.checklists = checklists;
    this.organisations = organisations;
    this.categories = categories;
    this.sentences = sentences;
    this.messages = messages;
  }

  /** A row of the editor. */
  record Row(String words, String category) {}

  /** What the page shows. */
  record Page(
      UUID organisation, String name, int version, List<Row> rows, List<Choice> categories) {}

  @GetMapping
  String show(@PathVariable UUID organisation, Locale locale, Model model) {
    Organisation own = own(organisation);
    List<Row> rows = checklists.of(own.id()).items().stream()
        .map(item -> new Row(item.words(), item.category() == null ? "" : item.category()))
        .toList();
    return show(own, rows, locale, model);
  }

  /** Saves, or moves a row up and shows the form again: what was typed stays, nothing is saved before Save. */
  @PostMapping
  String save(
      @PathVariable UUID organisation,
      @RequestParam Map<String, String> fields,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Organisation own = own(organisation);
    List<Row> rows = rows(fields);
    String up = fields.getOrDefault("upp", "");
    if (up.matches("[1-9][0-9]?") && Integer.parseInt(up) < rows.size()) {
      List<Row> moved = new ArrayList<>(rows);
      Collections.swap(moved, Integer.parseInt(up), Integer.parseInt(up) - 1);
      return show(own, moved, locale, model);
    }
    try {
      checklists.save(
          own.id(),
          rows.stream()
              .map(row -> new Item(row.words(), row.category().isBlank() ? null : row.category()))
              .toList());
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", sentences.of(invalid));
      return show(own, rows, locale, model);
    }
    flash.addFlashAttribute("notice", "weekly.list.saved");
    return "redirect:/min-organisation/" + own.id() + "/checklista";
  }

  /** Rows with words, in the order of the form; an emptied row is gone. */
  private static List<Row> rows(Map<String, String> fields) {
    return Stream.iterate(0, i -> i < Checklists.MOST_ITEMS, i -> i + 1)
        .map(i -> new Row(
            fields.getOrDefault("rad" + i, "").strip(), fields.getOrDefault("kategori" + i, "")))
        .filter(row -> !row.words().isEmpty())
        .toList();
  }

  private String show(Organisation own, List<Row> rows, Locale locale, Model model) {
    List<Row> shown = new ArrayList<>(rows);
    int blank = Math.min(3, Checklists.MOST_ITEMS - rows.size());
    shown.addAll(Collections.nCopies(blank, new Row("", "")));
    List<Choice> choices = Stream.concat(
            Stream.of(new Choice("", messages.getMessage("weekly.list.none", null, locale))),
            categories.current().stream()
                .filter(category -> category.tile() > 0 || category.parent() == null)
                .map(category -> new Choice(category.code(), category.name(locale.getLanguage()))))
        .toList();
    model.addAttribute(
        "page", new Page(own.id(), own.name(), checklists.of(own.id()).version(), shown, choices));
    return "reporting/checklist";
  }

  private Organisation own(UUID organisation) {
    return organisations
        .find(organisation)
        .filter(found -> CurrentActor.get().coordinates(found.id()))
        .orElseThrow(() -> new NotFound("organisation " + organisation));
  }
}
