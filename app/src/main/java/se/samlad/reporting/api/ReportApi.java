package se.samlad.reporting.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.reporting.Receipt;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SubmissionReader;

/** Reports by token under {@code /api/v1}, and by the browser's cookie under {@code /rapportera}: same body, same answers. */
@RestController
@RequestMapping(
    path = {"/api/v1/reports/{report}", "/rapportera/{report}"},
    produces = MediaType.APPLICATION_JSON_VALUE)
class ReportApi {

  private final Reports reports;
  private final SubmissionReader reader;

  ReportApi(Reports reports, SubmissionReader reader) {
    this.reports = reports;
    this.reader = reader;
  }

  /** What a report's sender reads. */
  record Answer(
      UUID id, String status, int version, String receivedAt, List<Map<String, Object>> found) {}

  @RequiresScope(Scope.REPORTS_WRITE)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> receive(
      @PathVariable("report") UUID report,
      @RequestBody byte[] body,
      jakarta.servlet.http.HttpServletRequest request) {
    refuseOtherUser(request.getHeader("X-Samlad-Jag"));
    String channel = request.getRequestURI().startsWith("/api/") ? "API" : "FORM";
    Receipt receipt = reports.receive(report, body, reader.read(body), channel);
    return ResponseEntity.status(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(answer(receipt));
  }

  @RequiresScope(Scope.REPORTS_READ)
  @GetMapping
  Answer status(@PathVariable("report") UUID report) {
    return answer(reports.status(report));
  }

  @RequiresScope(Scope.REPORTS_WRITE)
  @PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer correct(@PathVariable("report") UUID report, @RequestBody byte[] body) {
    return answer(reports.correct(report, reader.readCorrection(body)));
  }

  @RequiresScope(Scope.REPORTS_WRITE)
  @PostMapping(path = "/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer withdraw(@PathVariable("report") UUID report, @RequestBody byte[] body) {
    return answer(reports.withdraw(report, reader.readWithdrawal(body)));
  }

  /** A phone's queue belongs to one user; who is signed in now may be another, and then it waits. */
  static void refuseOtherUser(@Nullable String queueOf) {
    if (queueOf != null && !queueOf.equals(CurrentActor.get().requireUser().toString())) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
  }

  private static Answer answer(Receipt receipt) {
    List<Map<String, Object>> found = receipt.found().stream()
        .map(hit -> Map.<String, Object>of(
            "incident", hit.incident(),
            "kind", hit.kind().name(),
            "certain", hit.kind().certain(),
            "start", hit.start(),
            "end", hit.end()))
        .toList();
    return new Answer(
        receipt.id(),
        receipt.status().name(),
        receipt.version(),
        receipt.receivedAt().toString(),
        found);
  }
}
