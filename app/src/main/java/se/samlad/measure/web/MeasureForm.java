package se.samlad.measure.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.InputProblem;
import se.samlad.measure.Indicator;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.StatutoryDecision;

/** A measure as it was typed: everything as text, so that it is kept when something has to be mended. */
record MeasureForm(
    String rubrik,
    String typ,
    String problem,
    String hotspot,
    String grupp,
    String problemrubrik,
    String plats,
    String ansvarig,
    String person,
    String minskning,
    String mal,
    List<String> mats,
    String radie,
    List<String> dagar,
    String fran,
    String till,
    String klart,
    String uppfoljning,
    String konfidentiell,
    String svar,
    String organ,
    String beslutsdag,
    String paragraf,
    String diarienummer,
    String version) {

  MeasureForm {
    rubrik = Objects.requireNonNullElse(rubrik, "");
    typ = Objects.requireNonNullElse(typ, "");
    problem = Objects.requireNonNullElse(problem, "");
    hotspot = Objects.requireNonNullElse(hotspot, "");
    grupp = Objects.requireNonNullElse(grupp, "");
    problemrubrik = Objects.requireNonNullElse(problemrubrik, "");
    plats = Objects.requireNonNullElse(plats, "");
    ansvarig = Objects.requireNonNullElse(ansvarig, "");
    person = Objects.requireNonNullElse(person, "");
    minskning = Objects.requireNonNullElse(minskning, "");
    mal = Objects.requireNonNullElse(mal, "");
    mats = mats == null ? List.of() : List.copyOf(mats);
    radie = Objects.requireNonNullElse(radie, "");
    dagar = dagar == null ? List.of() : List.copyOf(dagar);
    fran = Objects.requireNonNullElse(fran, "");
    till = Objects.requireNonNullElse(till, "");
    klart = Objects.requireNonNullElse(klart, "");
    uppfoljning = Objects.requireNonNullElse(uppfoljning, "");
    konfidentiell = Objects.requireNonNullElse(konfidentiell, "");
    svar = Objects.requireNonNullElse(svar, "");
    organ = Objects.requireNonNullElse(organ, "");
    beslutsdag = Objects.requireNonNullElse(beslutsdag, "");
    paragraf = Objects.requireNonNullElse(paragraf, "");
    diarienummer = Objects.requireNonNullElse(diarienummer, "");
    version = Objects.requireNonNullElse(version, "");
  }

  static MeasureForm of(Measure measure) {
    StatutoryDecision decision = measure.decision();
    Integer drop = measure.goalDropPercent();
    UUID member = measure.ownerMember();
    LocalDate on = decision.on();
    Indicator watched = measure.watched();
    return new MeasureForm(
        measure.title(),
        measure.typeCode(),
        measure.problem().toString(),
        "",
        "",
        "",
        measure.place(),
        measure.ownerOrg().toString(),
        member == null ? "" : member.toString(),
        drop == null ? "" : drop.toString(),
        measure.saysOnlyTheDrop() ? "" : measure.goal(),
        watched.codes(),
        String.valueOf(watched.radiusMeters()),
        watched.weekdays().stream()
            .map(day -> String.valueOf(day.getValue()))
            .sorted()
            .toList(),
        String.valueOf(watched.fromHour()),
        String.valueOf(watched.toHour()),
        measure.doneBy().toString(),
        measure.followUpOn().toString(),
        measure.confidential() ? "ja" : "",
        measure.tellReporters(),
        Objects.requireNonNullElse(decision.body(), ""),
        on == null ? "" : on.toString(),
        Objects.requireNonNullElse(decision.paragraph(), ""),
        Objects.requireNonNullElse(decision.diaryNumber(), ""),
        String.valueOf(measure.version()));
  }

  /** What was typed as a draft; what cannot be read at all is added to the problems, and the rest is judged by the verbs. */
  MeasureDraft draft(@Nullable UUID problemId, List<InputProblem> wrong) {
    return new MeasureDraft(
        rubrik,
        typ,
        problemId,
        plats,
        id(ansvarig),
        id(person),
        number(wrong, "minskning", minskning, "measure.input.drop"),
        mal,
        indicator(wrong),
        day(klart),
        day(uppfoljning),
        !konfidentiell.isEmpty(),
        svar,
        new StatutoryDecision(organ, decisionDay(wrong), paragraf, diarienummer));
  }

  @Nullable
  Integer seen() {
    return number(new java.util.ArrayList<>(), "version", version, "");
  }

  /** The id, or null when the text is none. */
  static @Nullable UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /** The day, or null when the text is none. */
  static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  static @Nullable Integer number(List<InputProblem> wrong, String field, String text, String key) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException none) {
      wrong.add(InputProblem.of(field, key));
      return null;
    }
  }

  private @Nullable LocalDate decisionDay(List<InputProblem> wrong) {
    LocalDate read = day(beslutsdag);
    if (read == null && !beslutsdag.isBlank()) {
      wrong.add(InputProblem.of("beslutsdag", "measure.input.day"));
    }
    return read;
  }

  private @Nullable Indicator indicator(List<InputProblem> wrong) {
    if (mats.isEmpty()) {
      return null;
    }
    Integer radius = number(wrong, "radie", radie, "measure.input.radius");
    Integer from = number(wrong, "fran", fran, "measure.input.hours");
    Integer to = number(wrong, "fran", till, "measure.input.hours");
    return new Indicator(
        mats,
        radius == null ? Indicator.DEFAULT_RADIUS : radius,
        weekdays(),
        from == null ? 0 : from,
        to == null ? 24 : to);
  }

  private Set<DayOfWeek> weekdays() {
    return dagar.stream()
        .filter(day -> day.matches("[1-7]"))
        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }
}
