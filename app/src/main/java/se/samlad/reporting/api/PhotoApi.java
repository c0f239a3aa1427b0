package se.samlad.reporting.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.reporting.RemadePicture;
import se.samlad.reporting.ReportPhotos;
import se.samlad.reporting.ReportPhotos.Received;

/** A photo to a report already received, sent as the file itself: by token under {@code /api/v1}, by the browser's cookie under {@code /rapportera}. */
@RestController
class PhotoApi {

  private final ReportPhotos photos;

  PhotoApi(ReportPhotos photos) {
    this.photos = photos;
  }

  record Answer(UUID id, UUID report, String receivedAt) {}

  @RequiresScope(Scope.REPORTS_WRITE)
  @PutMapping(
      path = {"/api/v1/reports/{report}/photos/{photo}", "/rapportera/{report}/foton/{photo}"},
      consumes = MediaType.IMAGE_JPEG_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> receive(
      @PathVariable("report") UUID report,
      @PathVariable("photo") UUID photo,
      HttpServletRequest request)
      throws IOException {
    ReportApi.refuseOtherUser(request.getHeader("X-Samlad-Jag"));
    byte[] sent = request.getInputStream().readNBytes(RemadePicture.MOST_BYTES + 1);
    if (sent.length > RemadePicture.MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    Optional<Received> earlier = photos.earlier(report, photo, sent);
    Received received =
        earlier.orElseGet(() -> photos.receive(report, photo, sent, RemadePicture.of(sent)));
    return ResponseEntity.status(received.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Answer(
            received.photo(), received.report(), received.receivedAt().toString()));
  }
}
