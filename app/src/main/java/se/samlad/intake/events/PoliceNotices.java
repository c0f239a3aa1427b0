package se.samlad.intake.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.events.NoticeStore.Kept;

/**
 * Keeps the police's notices about the municipality. A changed notice gets a new version and the old ones stay; one that is gone although
 * it is younger than the oldest in the list was taken away by the police, and says so; one pushed out by newer ones just stays.
 */
@Service
public class PoliceNotices {

  /** About one person, not about a place or a situation: such a notice is left out. */
  static final Set<String> ABOUT_A_PERSON = Set.of("Försvunnen person");

  private static final Locale SWEDISH = Locale.of("sv");

  private final NoticeStore store;
  private final TextGuard guard;
  private final Clock clock;

  PoliceNotices(NoticeStore store, TextGuard guard, Clock clock) {
    this.store = store;
    this.guard = guard;
    this.clock = clock;
  }

  /** A notice as it is listed. */
  public record Listed(Notice notice, int versions, boolean removed) {}

  /**
   * Takes in one answer of the police, as the system of the municipality. The same answer again changes nothing.
   *
   * @param places names of municipality and county, as the police write them, in any case
   * @return counts by short code
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> take(List<Notice> all, Set<String> places) {
    Instant now = clock.instant();
    Set<String> ours =
        places.stream().map(place -> place.toLowerCase(SWEDISH)).collect(Collectors.toSet());
    Map<String, Integer> counts = new HashMap<>();
    for (Notice notice : all) {
      if (ours.contains(notice.place().toLowerCase(SWEDISH))) {
        counts.merge(keep(notice, now), 1, Integer::sum);
      }
    }
    Instant oldest =
        all.stream().map(Notice::publishedAt).min(Comparator.naturalOrder()).orElse(now);
    counts.put("removed", store.markRemoved(oldest, now));
    return counts;
  }

  private String keep(Notice published, Instant now) {
    if (ABOUT_A_PERSON.contains(published.type())) {
      return "person";
    }
    Notice notice = guarded(published);
    Optional<Kept> kept = store.find(notice.id());
    if (kept.isEmpty()) {
      store.add(notice, now);
      store.addVersion(notice, 1, now);
      return "new";
    }
    store.seen(notice.id(), now);
    if (kept.get().notice().equals(notice)) {
      return "known";
    }
    int version = kept.get().versions() + 1;
    store.change(notice, version);
    store.addVersion(notice, version, now);
    return "changed";
  }

  private Notice guarded(Notice notice) {
    return new Notice(
        notice.id(),
        notice.publishedAt(),
        notice.happenedAt(),
        notice.type(),
        notice.place(),
        guard.guard(notice.summary()).text(),
        notice.path());
  }

  /** The notices of a week: by when it took place, else by when it was published. */
  @Transactional(readOnly = true)
  public List<Listed> of(IsoWeek week) {
    return store.between(week.start(), week.end()).stream()
        .map(kept -> new Listed(kept.notice(), kept.versions(), kept.removed()))
        .toList();
  }

  /** Earlier wordings of a notice, newest first. */
  @Transactional(readOnly = true)
  public List<Notice> earlier(long id) {
    return store.versions(id).stream().skip(1).toList();
  }
}
