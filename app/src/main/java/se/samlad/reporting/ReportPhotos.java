package se.samlad.reporting;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.jdbc.PhotoStore;
import se.samlad.reporting.jdbc.ReportStore;

/**
 * Photos to a report (Swedish: foto), off until the municipality's administrator turns them on. They come after the report, each under an id
 * of its own, are drawn anew and kept apart; who looks at one leaves an audit row. A picture goes when its report is withdrawn, when a
 * coordinator removes it, and after the days the municipality has decided.
 */
@Service
public class ReportPhotos {

  public static final int MOST = 3;

  /** How long pictures are kept, in days; the first is the usual. */
  public static final List<Integer> DAYS = List.of(90, 30, 365);

  private final PhotoStore photos;
  private final ReportStore reports;
  private final InstallationKeys keys;
  private final Audit audit;
  private final Clock clock;

  ReportPhotos(
      PhotoStore photos, ReportStore reports, InstallationKeys keys, Audit audit, Clock clock) {
    this.photos = photos;
    this.reports = reports;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the sender is told; {@code first} is false for a repeat. */
  public record Received(UUID photo, UUID report, Instant receivedAt, boolean first) {}

  /** A photo of a report, without its picture. */
  public record Photo(UUID id, Instant receivedAt) {}

  /** Whether the municipality takes photos, and how many days it keeps them. */
  public record Rules(boolean taken, int keptDays) {}

  /**
   * Whether a photo may be sent to a report of the actor's own, asked before the picture is drawn, which takes longer than a transaction
   * should: the answer of before when it has been received, empty when it may come.
   *
   * @throws NotFound when the report has not been received
   * @throws Refused when the id holds something else, the report takes no more photos, or the municipality takes none
   */
  @Transactional(readOnly = true)
  public Optional<Received> earlier(UUID report, UUID photo, byte[] sent) {
    ReportStore.Head head = own(report);
    Optional<Received> repeated = repeated(report, photo, hmac(sent));
    if (repeated.isEmpty()) {
      refuse(report, head);
    }
    return repeated;
  }

  /** Receives a photo. The same id with the same bytes is the same photo, whatever has happened to it since; refuses as {@link #earlier}. */
  @Transactional
  public Received receive(UUID report, UUID photo, byte[] sent, RemadePicture picture) {
    reports.lock(report);
    ReportStore.Head head = own(report);
    byte[] hmac = hmac(sent);
    Optional<Received> repeated = repeated(report, photo, hmac);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    refuse(report, head);
    PhotoStore.Receipt receipt = new PhotoStore.Receipt(
        photo, report, head.organisation(), head.member(), clock.instant(), hmac, null);
    if (!photos.add(receipt, picture.width(), picture.height(), picture.jpeg())) {
      throw new Refused(Refused.Kind.CONFLICT, "photo.id.other");
    }
    audit.record("photo.add", "report", report, Map.of("photo", photo.toString()));
    return new Received(photo, report, receipt.receivedAt(), true);
  }

  /** The photos of a report the actor may look at. */
  @Transactional(readOnly = true)
  public List<Photo> of(UUID report) {
    return photos.of(report).stream()
        .filter(ReportPhotos::sees)
        .map(photo -> new Photo(photo.photo(), photo.receivedAt()))
        .toList();
  }

  /** Opens a picture, which is recorded. */
  @Transactional
  public byte[] open(UUID report, UUID photo) {
    seen(report, photo);
    byte[] jpeg = photos.picture(photo).orElseThrow(() -> absent(photo));
    audit.record("photo.read", "report", report, Map.of("photo", photo.toString()));
    return jpeg;
  }

  /** Takes a picture away for good: the owning organisation's coordinator or the EST coordinator. */
  @Transactional
  public void remove(UUID report, UUID photo) {
    PhotoStore.Receipt receipt = seen(report, photo);
    if (!coordinates(receipt)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "photo.notYours");
    }
    photos.purge(photo, "REMOVED", clock.instant());
    audit.record("photo.remove", "report", report, Map.of("photo", photo.toString()));
  }

  @Transactional(readOnly = true)
  public Rules rules() {
    PhotoStore.Rules stored = photos.rules(DAYS.getFirst());
    return new Rules(stored.taken(), stored.keptDays());
  }

  /** Decides for the municipality: its administrator alone. */
  @Transactional
  public void decide(Rules rules) {
    if (!CurrentActor.get().has(Role.ADMINISTRATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "photo.administrator");
    }
    if (!DAYS.contains(rules.keptDays())) {
      throw new InvalidInput("dagar", "photo.days");
    }
    photos.setRules(new PhotoStore.Rules(rules.taken(), rules.keptDays()));
    audit.record(
        "photo.rules",
        "municipality",
        CurrentActor.get().municipality().value(),
        Map.of("taken", rules.taken(), "days", rules.keptDays()));
  }

  /** Disposes of pictures older than the municipality keeps them. */
  @Transactional
  public int dispose() {
    Instant now = clock.instant();
    int gone = photos.dispose(now.minus(Duration.ofDays(rules().keptDays())), now);
    if (gone > 0) {
      audit.record(
          "photo.dispose",
          "municipality",
          CurrentActor.get().municipality().value(),
          Map.of("photos", gone));
    }
    return gone;
  }

  private ReportStore.Head own(UUID report) {
    return reports.find(report).filter(ReportPhotos::mine).orElseThrow(() -> absent(report));
  }

  private byte[] hmac(byte[] sent) {
    return keys.hmac(InstallationKeys.REPORT_BODY, sent);
  }

  private Optional<Received> repeated(UUID report, UUID photo, byte[] hmac) {
    Optional<PhotoStore.Receipt> earlier = photos.find(photo);
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    PhotoStore.Receipt found = earlier.get();
    if (!found.report().equals(report)
        || !found.member().equals(CurrentActor.get().requireUser())
        || !MessageDigest.isEqual(found.bodyHmac(), hmac)) {
      throw new Refused(Refused.Kind.CONFLICT, "photo.id.other");
    }
    return Optional.of(new Received(photo, report, found.receivedAt(), false));
  }

  private void refuse(UUID report, ReportStore.Head head) {
    if (!rules().taken()) {
      throw new Refused(Refused.Kind.CONFLICT, "photo.off");
    }
    if (head.withdrawnAt() != null) {
      throw new Refused(Refused.Kind.CONFLICT, "photo.withdrawn");
    }
    if (photos.count(report) >= MOST) {
      throw new Refused(Refused.Kind.CONFLICT, "photo.most", MOST);
    }
  }

  private PhotoStore.Receipt seen(UUID report, UUID photo) {
    return photos
        .find(photo)
        .filter(found -> found.report().equals(report) && found.purgedAt() == null)
        .filter(ReportPhotos::sees)
        .orElseThrow(() -> absent(photo));
  }

  private static boolean sees(PhotoStore.Receipt photo) {
    return coordinates(photo) || photo.member().equals(CurrentActor.get().user());
  }

  private static boolean coordinates(PhotoStore.Receipt photo) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.coordinates(photo.organisation());
  }

  private static boolean mine(ReportStore.Head head) {
    return head.member().equals(CurrentActor.get().requireUser());
  }

  private static NotFound absent(UUID id) {
    return new NotFound("photo or report " + id);
  }
}
