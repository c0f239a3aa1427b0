package se.samlad.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.jdbc.RunStore;

/**
 * The hotspots of audiences and weeks. They are computed as the audience's own actor, so that row-level security decides what counts, kept
 * by the system, and read by those who may look as that audience.
 */
@Service
public class Hotspots {

  /** Named in the run, with what it was told. */
  static final String METHOD = "cells-250m-four-weeks-against-13-windows";

  private final HotspotFinder finder;
  private final RunStore store;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Clock clock;

  Hotspots(
      HotspotFinder finder, RunStore store, Audiences audiences, Tenancy tenancy, Clock clock) {
    this.finder = finder;
    this.store = store;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The run of the four weeks that end with this one; state NONE when there is none the actor may read. */
  @Transactional(readOnly = true)
  public HotspotRun latest(Audience audience, IsoWeek week) {
    return store
        .find(audience, week)
        .map(run -> new HotspotRun(
            run.id(),
            week,
            run.asOf(),
            HotspotRun.State.valueOf(run.state()),
            run.windows(),
            run.tested(),
            store.hotspots(run.id())))
        .orElseGet(() -> HotspotRun.none(week));
  }

  /** The stored run, computed first when there is none and hotspots are made for the audience. */
  public HotspotRun latestOrRun(Audience audience, IsoWeek week) {
    HotspotRun stored = tenancy.readAs(CurrentActor.get(), () -> latest(audience, week));
    return stored.state() == HotspotRun.State.NONE && isMadeFor(audience)
        ? run(audience, week)
        : stored;
  }

  /** A hotspot of a run the actor may read, also one its newest run no longer finds. */
  @Transactional(readOnly = true)
  public Optional<Hotspot> find(UUID id) {
    return store.hotspot(id);
  }

  @Transactional(readOnly = true)
  public Hotspot get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("hotspot " + id));
  }

  /** For whom the hotspot was computed, among those the actor may look as. */
  @Transactional(readOnly = true)
  public Audience audienceOf(UUID hotspot) {
    return store
        .audienceKey(hotspot)
        .flatMap(key -> audiences.find(CurrentActor.get(), key))
        .orElseThrow(() -> new NotFound("hotspot " + hotspot));
  }

  /** Computes and keeps a run; the same data give the same run to the last digit. */
  public HotspotRun run(Audience audience, IsoWeek week) {
    return run(audience, week, HotspotTest.Parameters.defaults());
  }

  HotspotRun run(Audience audience, IsoWeek week, HotspotTest.Parameters parameters) {
    Actor system = Actor.system(CurrentActor.get().municipality());
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    if (!isMadeFor(audience)) {
      return HotspotRun.none(week);
    }
    UUID run = Ids.next();
    Instant asOf = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    Actor viewer = audiences.actor(audience);
    HotspotFinder.Found found =
        tenancy.readAs(viewer, () -> finder.find(audience, week, run, asOf, parameters));
    return tenancy.as(system, () -> {
      UUID kept = store.save(
          audience,
          week,
          run,
          asOf,
          found.state().name(),
          found.windows(),
          found.tested(),
          found.dispersion(),
          METHOD,
          described(parameters),
          parameters.seed());
      store.replace(audience, kept, found.hotspots());
      return latest(audience, week);
    });
  }

  /** Leadership and the public see no points, and so no places. */
  static boolean isMadeFor(Audience audience) {
    return !(audience instanceof Audience.Leadership || audience instanceof Audience.Public);
  }

  private static Map<String, Object> described(HotspotTest.Parameters parameters) {
    return Map.of(
        "cellMeters", Hotspot.Cell.METERS,
        "weeks", Hotspot.WEEKS,
        "windows", CellHistory.WINDOWS,
        "minimumWindows", parameters.minimumWindows(),
        "minimumCount", parameters.minimumCount(),
        "alpha", parameters.alpha(),
        "falseDiscoveryRate", parameters.falseDiscoveryRate(),
        "family", parameters.family().name(),
        "draws", parameters.draws());
  }
}
