package se.samlad.insight.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.WholeNumber;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.Hotspots;

/**
 * {@code GET /api/v1/hotspots}: the hotspots of the four weeks that end with {@code week} (default: the last closed week), largest first, for
 * {@code audience} (default: what the token's principal looks as). {@code state} tells calm ({@code READY} without items) from too little
 * data ({@code INSUFFICIENT}).
 */
@RestController
@RequiresScope(Scope.HOTSPOTS_READ)
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.ORGANISATION_COORDINATOR})
@RequestMapping(path = "/api/v1/hotspots", produces = MediaType.APPLICATION_JSON_VALUE)
class HotspotApi {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int MOST_YEARS_BACK = 10;

  private final Hotspots hotspots;
  private final HotspotSentences sentences;
  private final Audiences audiences;
  private final Clock clock;

  HotspotApi(Hotspots hotspots, HotspotSentences sentences, Audiences audiences, Clock clock) {
    this.hotspots = hotspots;
    this.sentences = sentences;
    this.audiences = audiences;
    this.clock = clock;
  }

  @GetMapping
  HotspotAnswer.Items list(
      @RequestParam(name = "week", required = false) @Nullable String week,
      @RequestParam(name = "audience", required = false) @Nullable String audience,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      Locale locale) {
    Audience seen = audience(audience);
    IsoWeek last = week(week);
    int most = limit == null ? USUAL : WholeNumber.within("limit", limit, 1, MOST);
    int after = cursor == null ? 0 : WholeNumber.within("cursor", cursor, 0, 1_000_000);
    HotspotRun run = hotspots.latestOrRun(seen, last);
    List<Hotspot> rest =
        run.hotspots().stream().filter(hotspot -> hotspot.rank() > after).toList();
    List<Hotspot> shown = rest.subList(0, Math.min(most, rest.size()));
    return new HotspotAnswer.Items(
        shown.stream().map(hotspot -> answer(hotspot, locale)).toList(),
        shown.size() < rest.size()
            ? "/api/v1/hotspots?week=" + last.code() + "&audience=" + seen.key() + "&limit=" + most
                + "&cursor=" + shown.getLast().rank()
            : null,
        last.code(),
        run.state().name(),
        run.windows(),
        run.tested(),
        run.state() == HotspotRun.State.NONE ? null : run.asOf().toString());
  }

  @GetMapping("/{hotspot}")
  ResponseEntity<HotspotAnswer> show(@PathVariable("hotspot") UUID id, Locale locale) {
    HotspotAnswer answer = answer(hotspots.get(id), locale);
    return ResponseEntity.ok()
        .eTag(Integer.toHexString(answer.hashCode()))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(answer);
  }

  private HotspotAnswer answer(Hotspot hotspot, Locale locale) {
    return HotspotAnswer.of(hotspot, sentences.say(hotspot, locale));
  }

  private Audience audience(@Nullable String key) {
    return key == null
        ? audiences.of(CurrentActor.get())
        : audiences
            .find(CurrentActor.get(), key)
            .orElseThrow(() -> new InvalidInput("audience", "insight.problem.audience"));
  }

  /** Weeks that have closed, ten years back. */
  private IsoWeek week(@Nullable String text) {
    IsoWeek newest = IsoWeek.of(clock.instant()).plus(-1);
    return text == null
        ? newest
        : IsoWeek.parse(text)
            .filter(week -> week.compareTo(newest) <= 0)
            .filter(week -> week.year() >= newest.year() - MOST_YEARS_BACK)
            .orElseThrow(() -> new InvalidInput("week", "insight.problem.week", newest.code()));
  }
}
