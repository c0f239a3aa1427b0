package se.samlad.ground.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Templates' {@code #fieldErrors}: which sentence belongs to a field, and what describes its input to those who hear it. */
public final class FieldErrors {

  FieldErrors() {}

  /** The first sentence about the field, or null. */
  public @Nullable String of(@Nullable List<FieldError> errors, String field) {
    return errors == null
        ? null
        : errors.stream()
            .filter(error -> error.field().equals(field))
            .map(FieldError::sentence)
            .findFirst()
            .orElse(null);
  }

  /** The ids that describe the input, or null when none does. */
  public @Nullable String describedBy(String field, @Nullable String hint, @Nullable String error) {
    String ids = Stream.of(
            hint == null || hint.isEmpty() ? "" : field + "-stod",
            error == null ? "" : field + "-fel")
        .filter(id -> !id.isEmpty())
        .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }
}
