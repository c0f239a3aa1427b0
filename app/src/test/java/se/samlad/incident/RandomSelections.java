package se.samlad.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.incident.IncidentSelection.By;
import se.samlad.incident.IncidentSelection.Review;

/** Selections drawn at random from what a municipality has, most of them with something in them. */
public record RandomSelections(
    List<UUID> areas,
    List<UUID> organisations,
    List<String> categories,
    List<String> texts,
    LocalDate last,
    int weeks) {

  /** The n-th selection; the same n gives the same. */
  public IncidentSelection draw(long n) {
    SeededRandom random = SeededRandom.stream(20_261_127, n);
    int longest = random.nextDouble() < 0.3 ? weeks * 7 : 40;
    LocalDate to = last.plusDays(1 - random.nextInt(weeks * 3));
    LocalDate from = to.minusDays(1 + random.nextInt(longest));
    if (random.nextDouble() < 0.4) {
      from = from.with(DayOfWeek.MONDAY);
      to = to.with(DayOfWeek.MONDAY).plusWeeks(1);
    }
    boolean outside = random.nextDouble() < 0.07;
    int fromHour = random.nextDouble() < 0.2 ? random.nextInt(24) : 0;
    int toHour = fromHour == 0 ? 24 : 1 + random.nextInt(24);
    return new IncidentSelection(
        from,
        to,
        random.nextDouble() < 0.15 ? By.RECEIPT : By.EVENT,
        random.nextDouble() < 0.15 ? Optional.of(moment(to, random)) : Optional.empty(),
        Review.values()[random.nextInt(3)],
        outside ? Set.of() : some(areas, 0.3, random),
        outside,
        some(categories, 0.35, random),
        some(organisations, 0.25, random),
        random.nextDouble() < 0.2 ? days(random) : Set.of(),
        fromHour,
        toHour,
        random.nextDouble() < 0.12 ? texts.get(random.nextInt(texts.size())) : "");
  }

  private static Instant moment(LocalDate to, SeededRandom random) {
    return to.minusDays(random.nextInt(20)).atStartOfDay(IsoWeek.ZONE).toInstant();
  }

  private static Set<DayOfWeek> days(SeededRandom random) {
    Set<DayOfWeek> days = new HashSet<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return days;
  }

  private static <T> Set<T> some(List<T> all, double chance, SeededRandom random) {
    Set<T> some = new HashSet<>();
    if (random.nextDouble() < chance) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        some.add(all.get(random.nextInt(all.size())));
      }
    }
    return some;
  }
}
