package se.samlad.problem.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.problem.NewProblem;

/** What was typed in the form of a new problem, as typed. */
record ProblemForm(
    @Nullable String rubrik,
    @Nullable String grupp,
    @Nullable String plats,
    @Nullable String omrade,
    @Nullable List<String> kategorier,
    @Nullable String fran,
    @Nullable String till) {

  ProblemForm {
    kategorier = kategorier == null ? List.of() : List.copyOf(kategorier);
  }

  /** The form as it is first shown: the last four weeks. */
  static ProblemForm blank(LocalDate today, String group) {
    return new ProblemForm(
        "", group, "", "", List.of(), today.minusWeeks(4).toString(), today.toString());
  }

  /** The problem; a refusal that names every field that cannot be read. */
  NewProblem problem() {
    List<InputProblem> wrong = new ArrayList<>();
    UUID group = id(grupp).orElse(null);
    if (group == null) {
      wrong.add(InputProblem.of("grupp", "problem.input.group"));
    }
    LocalDate from = day("fran", fran, wrong);
    LocalDate to = day("till", till, wrong);
    if (from != null && to != null && to.isBefore(from)) {
      wrong.add(InputProblem.of("till", "problem.input.period"));
    }
    if (!wrong.isEmpty() || group == null || from == null || to == null) {
      throw new InvalidInput(wrong);
    }
    return NewProblem.said(
        group, text(rubrik), text(plats), id(omrade).orElse(null), chosen(), from, to);
  }

  private List<String> chosen() {
    return kategorier == null ? List.of() : kategorier;
  }

  /** The field of the form a rule speaks of. */
  static String field(String rule) {
    return switch (rule) {
      case "title" -> "rubrik";
      case "place" -> "plats";
      case "categories" -> "kategorier";
      case "to" -> "till";
      default -> rule;
    };
  }

  static Optional<UUID> id(@Nullable String typed) {
    if (typed == null || !typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(typed));
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private static @Nullable LocalDate day(
      String field, @Nullable String typed, List<InputProblem> wrong) {
    try {
      LocalDate day = LocalDate.parse(text(typed).strip());
      if (day.getYear() >= 2000 && day.getYear() <= 2100) {
        return day;
      }
    } catch (DateTimeParseException unreadable) {
      // Said below, in the same words as a day that is absurd.
    }
    wrong.add(InputProblem.of(field, "problem.input.day"));
    return null;
  }
}
