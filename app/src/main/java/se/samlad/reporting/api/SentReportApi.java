package se.samlad.reporting.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.web.WholeNumber;
import se.samlad.reporting.SentReports;
import se.samlad.reporting.SentReports.SentHead;

/** {@code GET /api/v1/reports}: what the token's principal has sent, newest first, and where each stands. Nobody else's is here. */
@RestController
@RequiresScope(Scope.REPORTS_READ)
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
class SentReportApi {

  private static final int MOST = 200;

  private final SentReports reports;

  SentReportApi(SentReports reports) {
    this.reports = reports;
  }

  /** A report and where it stands: RECEIVED, PROPOSED (a late correction waits for the coordinator) or WITHDRAWN. */
  record Item(UUID id, String status, int version, String receivedAt) {

    static Item of(SentHead head) {
      return new Item(
          head.id(), head.status().name(), head.version(), head.receivedAt().toString());
    }
  }

  record Items(List<Item> items, @Nullable String next) {}

  @GetMapping
  Items list(
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "cursor", required = false) @Nullable UUID cursor) {
    int most = WholeNumber.within("limit", limit, 1, MOST);
    List<SentHead> found = reports.page(most + 1, cursor);
    List<SentHead> shown = found.stream().limit(most).toList();
    return new Items(
        shown.stream().map(Item::of).toList(),
        found.size() > most
            ? "/api/v1/reports?limit=" + most + "&cursor=" + shown.getLast().id()
            : null);
  }
}
