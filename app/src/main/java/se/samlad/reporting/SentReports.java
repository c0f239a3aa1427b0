package se.samlad.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.reporting.jdbc.ReportStore;
import se.samlad.reporting.jdbc.SentStore;

/** The actor's own reports (Swedish: mina rapporter). Somebody else's is absent here, whoever asks. */
@Service
@Transactional(readOnly = true)
public class SentReports {

  /** A report without its incidents. */
  public record SentHead(UUID id, Instant receivedAt, Receipt.Status status, int version) {}

  private final ReportStore store;
  private final SentStore sent;

  SentReports(ReportStore store, SentStore sent) {
    this.store = store;
    this.sent = sent;
  }

  public SentReport get(UUID report) {
    ReportStore.Head head = store
        .find(report)
        .filter(found -> found.member().equals(CurrentActor.get().requireUser()))
        .orElseThrow(() -> new NotFound("report " + report));
    return sent(report, head);
  }

  /** The newest ones, newest first. */
  public List<SentReport> list(int limit) {
    return store.ownReports(limit).stream()
        .map(id -> sent(id, store.find(id).orElseThrow()))
        .toList();
  }

  /** A page of the actor's reports, newest first, after one of them when it is given. */
  public List<SentHead> page(int limit, @Nullable UUID after) {
    return sent.page(limit, after);
  }

  private SentReport sent(UUID report, ReportStore.Head head) {
    List<SentReport.Item> items = store.items(report, head.version()).stream()
        .map(item -> new SentReport.Item(
            item.category(),
            item.from(),
            item.to(),
            item.lon(),
            item.lat(),
            PrecisionClass.valueOf(item.precision()),
            item.accuracyMeters(),
            item.area(),
            item.placeLabel(),
            item.indoors(),
            item.ongoing(),
            item.severity(),
            item.suspected(),
            item.answers(),
            item.witnessOf(),
            !item.textState().equals("NONE")))
        .toList();
    return new SentReport(
        report, head.receivedAt(), store.status(report, head), head.version(), items);
  }
}
