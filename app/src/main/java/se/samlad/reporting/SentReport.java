package se.samlad.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as its author meets it again: what, where and when in the version that stands. The text is not in it. */
public record SentReport(
    UUID id, Instant receivedAt, Receipt.Status status, int version, List<Item> items) {

  public SentReport {
    items = List.copyOf(items);
  }

  public String reference() {
    return Reference.of(id);
  }

  /** Whether the author may still correct and withdraw without asking anybody. */
  public boolean inOwnTime(Instant now) {
    return !now.isAfter(receivedAt.plus(Reports.OWN_TIME));
  }

  /** One incident of the report. {@code hasText} tells that there is a text, not which. */
  public record Item(
      String category,
      Instant from,
      Instant to,
      @Nullable Double lon,
      @Nullable Double lat,
      PrecisionClass precision,
      @Nullable Double accuracyMeters,
      @Nullable UUID area,
      String placeLabel,
      boolean indoors,
      boolean ongoing,
      @Nullable Integer severity,
      boolean suspected,
      Map<String, String> answers,
      @Nullable UUID witnessOf,
      boolean hasText) {

    public Item {
      answers = Map.copyOf(answers);
    }
  }
}
