package se.samlad.incident;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.NotFound;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportPhotos;

/** The photos of the report a source came from. They belong to the report alone: never a list's, a map's or a meeting's. */
@Service
public class SourcePhotos {

  private final SourceStore store;
  private final ReportPhotos photos;

  SourcePhotos(SourceStore store, ReportPhotos photos) {
    this.store = store;
    this.photos = photos;
  }

  /** Those the viewer may open. */
  @Transactional(readOnly = true)
  public List<UUID> of(Source source) {
    UUID report = source.report();
    return report == null
        ? List.of()
        : photos.of(report).stream().map(ReportPhotos.Photo::id).toList();
  }

  /** Whether the source has that photo and the viewer may open it. */
  @Transactional(readOnly = true)
  public boolean has(UUID incident, UUID source, UUID photo) {
    return store
        .find(source)
        .filter(found -> found.incident().equals(incident) && of(found).contains(photo))
        .isPresent();
  }

  /** Opens the picture, which is recorded. */
  @Transactional
  public byte[] open(UUID incident, UUID source, UUID photo) {
    return photos.open(report(incident, source, photo), photo);
  }

  /** Takes the picture away for good. */
  @Transactional
  public void remove(UUID incident, UUID source, UUID photo) {
    photos.remove(report(incident, source, photo), photo);
  }

  private UUID report(UUID incident, UUID source, UUID photo) {
    if (!has(incident, source, photo)) {
      throw new NotFound("photo " + photo);
    }
    UUID report = store.find(source).orElseThrow().report();
    if (report == null) {
      throw new NotFound("photo " + photo);
    }
    return report;
  }
}
