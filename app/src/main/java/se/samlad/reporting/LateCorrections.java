package se.samlad.reporting;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.reporting.jdbc.ReportStore;

/**
 * The answer to a correction that came too late to stand by itself (Swedish: förslag till rättelse). The review above decides, see
 * DESIGN 5; here it becomes what the report says, and what its author is told.
 */
@Service
public class LateCorrections {

  private final ReportStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LateCorrections(ReportStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** The proposed version is what the report says from now; items that are new in it become incidents as others do. */
  @Transactional
  public void accept(UUID report, int version) {
    answer(report, version, "PROPOSAL_ACCEPTED");
    store.setVersion(report, version);
    events.publishEvent(
        new ReportCorrected(CurrentActor.get().municipality().value(), report, version, false));
  }

  /** The report stays as it was. */
  @Transactional
  public void refuse(UUID report, int version) {
    answer(report, version, "PROPOSAL_REFUSED");
  }

  /**
   * The answer was taken back: the proposal waits again.
   *
   * @param standing the version that was the report's before
   */
  @Transactional
  public void reopen(UUID report, int version, int standing) {
    answer(report, version, "PROPOSAL_REOPENED");
    store.setVersion(report, standing);
  }

  /** Says it of the version and of older proposals, which the newer one has replaced. A correction that stood from the start is no proposal. */
  private void answer(UUID report, int version, String kind) {
    ReportStore.Head head = store.find(report).orElseThrow(() -> new NotFound("report " + report));
    for (int proposed : store.proposals(report, version, kind.equals("PROPOSAL_REOPENED"))) {
      store.addEvent(report, head, kind, null, proposed, clock.instant());
    }
  }
}
