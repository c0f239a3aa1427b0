package se.samlad.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.jdbc.TextStore;

/** An organisation's recorded and revocable choice to let the EST coordinator review its doubtful texts (Swedish: överlämna textgranskning). */
@Service
public class TextHandovers {

  private static final int LONGEST_REASON = 500;

  private final TextStore store;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  TextHandovers(TextStore store, TextGuard guard, Audit audit, Clock clock) {
    this.store = store;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** A choice that stands or has stood. */
  public record Handover(
      UUID organisation,
      Instant at,
      @Nullable UUID by,
      String reason,
      @Nullable Instant revokedAt) {

    public boolean stands() {
      return revokedAt == null;
    }
  }

  /** All choices there have been in the municipality, the newest first. */
  @Transactional(readOnly = true)
  public List<Handover> list() {
    return store.handovers().stream()
        .map(found -> new Handover(
            found.organisation(), found.at(), found.by(), found.reason(), found.revokedAt()))
        .toList();
  }

  @Transactional(readOnly = true)
  public boolean stands(UUID organisation) {
    return list().stream()
        .anyMatch(handover -> handover.organisation().equals(organisation) && handover.stands());
  }

  /** Hands the review over, with the reason; texts already received are opened to the EST coordinator as well. */
  @Transactional
  public void handOver(UUID organisation, String reason) {
    requireCoordinator(organisation);
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new InvalidInput("skal", "texts.handover.reason", LONGEST_REASON);
    }
    if (stands(organisation)) {
      throw new Refused(Refused.Kind.CONFLICT, "texts.handover.already");
    }
    store.addHandover(organisation, clock.instant(), guard.guard(reason.strip()).text());
    store.markHandedOver(organisation, true);
    audit.record("text.handover", "organisation", organisation);
  }

  /** Takes the review back; from the next request on the EST coordinator reads no doubtful text of the organisation. */
  @Transactional
  public void revoke(UUID organisation) {
    requireCoordinator(organisation);
    if (!store.endHandover(organisation, clock.instant())) {
      throw new Refused(Refused.Kind.CONFLICT, "texts.handover.none");
    }
    store.markHandedOver(organisation, false);
    audit.record("text.take_back", "organisation", organisation);
  }

  private static void requireCoordinator(UUID organisation) {
    if (!CurrentActor.get().coordinates(organisation)) {
      throw new NotFound("organisation " + organisation);
    }
  }
}
