package se.samlad.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A formal decision behind a measure (Swedish: beslut i nämnd eller på delegation). The group itself agrees, it does not decide. */
public record StatutoryDecision(
    @Nullable String body,
    @Nullable LocalDate on,
    @Nullable String paragraph,
    @Nullable String diaryNumber) {

  public static final StatutoryDecision NONE = new StatutoryDecision(null, null, null, null);

  public boolean none() {
    return body == null && on == null && paragraph == null && diaryNumber == null;
  }
}
