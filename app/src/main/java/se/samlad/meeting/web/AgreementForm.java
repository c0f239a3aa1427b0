package se.samlad.meeting.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.meeting.Agreement;

/** The drawer as it was typed. */
record AgreementForm(
    String hotspot,
    String problem,
    String typ,
    String rubrik,
    String plats,
    String ansvarig,
    String person,
    String klart,
    String uppfoljning,
    String mats,
    String sida) {

  AgreementForm {
    hotspot = Objects.requireNonNullElse(hotspot, "");
    problem = Objects.requireNonNullElse(problem, "");
    typ = Objects.requireNonNullElse(typ, "");
    rubrik = Objects.requireNonNullElse(rubrik, "");
    plats = Objects.requireNonNullElse(plats, "");
    ansvarig = Objects.requireNonNullElse(ansvarig, "");
    person = Objects.requireNonNullElse(person, "");
    klart = Objects.requireNonNullElse(klart, "");
    uppfoljning = Objects.requireNonNullElse(uppfoljning, "");
    mats = Objects.requireNonNullElse(mats, "");
    sida = Objects.requireNonNullElse(sida, "");
  }

  Agreement agreement() {
    return new Agreement(
        id(hotspot),
        id(problem),
        typ,
        rubrik,
        plats,
        id(ansvarig),
        id(person),
        day(klart),
        day(uppfoljning),
        mats.isBlank() ? List.of() : List.of(mats));
  }

  int page() {
    return sida.matches("[0-9]{1,3}") ? Integer.parseInt(sida) : 1;
  }

  private static @Nullable UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
