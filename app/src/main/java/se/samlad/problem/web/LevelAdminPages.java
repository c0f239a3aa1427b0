package se.samlad.problem.web;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.NavItem;
import se.samlad.ground.web.Sentences;
import se.samlad.problem.AreaLevel;
import se.samlad.problem.AreaLevels;

/** {@code /admin/lagen}: what the levels of areas are called, when they hold and who is told. */
@Controller
@RequiresRole(Role.ADMINISTRATOR)
class LevelAdminPages {

  private static final int MOST = 6;

  private final AreaLevels levels;
  private final Sentences sentences;

  LevelAdminPages(AreaLevels levels, Sentences sentences) {
    this.levels = levels;
    this.sentences = sentences;
  }

  @Bean
  static NavItem levelsLink() {
    return NavItem.admin(60, "/admin/lagen", "problem.level.admin", "varning", Role.ADMINISTRATOR);
  }

  /** A level as typed; the last one is empty and becomes a new level when it gets a name. */
  record Line(
      String kod,
      String namn,
      String namnEn,
      String ton,
      String villkor,
      String informera,
      String timmar,
      boolean mote) {

    static final Line EMPTY = new Line("", "", "", "GREY", "", "", "", false);

    static Line of(AreaLevel level) {
      Integer hours = level.withinHours();
      return new Line(
          level.code(),
          level.nameSv(),
          level.nameEn(),
          level.tone().name(),
          level.criteria(),
          level.informs(),
          hours == null ? "" : hours.toString(),
          level.extraMeeting());
    }

    static Line typed(Map<String, String> form, int i) {
      return new Line(
          typed(form, "kod", i),
          typed(form, "namn", i),
          typed(form, "namnEn", i),
          typed(form, "ton", i),
          typed(form, "villkor", i),
          typed(form, "informera", i),
          typed(form, "timmar", i),
          form.containsKey("mote" + i));
    }

    private static String typed(Map<String, String> form, String name, int i) {
      return form.getOrDefault(name + i, "").strip();
    }

    AreaLevel level() {
      String code = kod.matches("[A-Z0-9_]{2,30}") ? kod : code(namn);
      return new AreaLevel(
          code,
          Arrays.stream(AreaLevel.Tone.values())
              .filter(tone -> tone.name().equals(ton))
              .findFirst()
              .orElse(AreaLevel.Tone.GREY),
          namn,
          namnEn.length() < 2 ? namn : namnEn,
          villkor,
          informera,
          hours(),
          mote);
    }

    /** Nothing typed is no limit; what is no whole number becomes one the rules refuse. */
    private @Nullable Integer hours() {
      if (timmar.isEmpty()) {
        return null;
      }
      return timmar.matches("\\d{1,6}") ? Integer.valueOf(timmar) : Integer.valueOf(-1);
    }

    private static String code(String name) {
      String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
          .replaceAll("\\p{M}", "")
          .toUpperCase(Locale.ROOT)
          .replaceAll("[^A-Z0-9]+", "_");
      return plain.substring(0, Math.min(30, plain.length()));
    }
  }

  @GetMapping("/admin/lagen")
  String show(Model model) {
    List<Line> lines = new ArrayList<>(levels.levels().stream().map(Line::of).toList());
    if (lines.size() < MOST) {
      lines.add(Line.EMPTY);
    }
    return show(model, lines, List.of());
  }

  @PostMapping("/admin/lagen")
  String save(
      @RequestParam Map<String, String> form,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < MOST && form.containsKey("namn" + i); i++) {
      lines.add(Line.typed(form, i));
    }
    List<FieldError> errors = sentences.attempt(
        response,
        "namn0",
        () -> levels.define(lines.stream()
            .filter(line -> !line.kod().isEmpty() || !line.namn().isEmpty())
            .map(Line::level)
            .toList()));
    if (!errors.isEmpty()) {
      return show(model, lines, errors);
    }
    flash.addFlashAttribute("notice", "problem.level.saved");
    return "redirect:/admin/lagen";
  }

  private String show(Model model, List<Line> lines, List<FieldError> errors) {
    model.addAttribute("lines", lines);
    model.addAttribute(
        "tones",
        Arrays.stream(AreaLevel.Tone.values())
            .map(tone -> new Choice(tone.name(), sentences.text("problem.level.tone." + tone)))
            .toList());
    model.addAttribute("errors", errors);
    return "problem/level-admin";
  }
}
