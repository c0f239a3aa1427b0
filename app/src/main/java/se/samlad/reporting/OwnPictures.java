package se.samlad.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.jdbc.OwnPictureStore;

/**
 * An organisation's own picture of its week before the meeting (Swedish: egen sammanställning): its reports by category and a short
 * comment to the EST coordinator. A comment that may point at somebody stays hidden until its own coordinator says that it does not.
 */
@Service
public class OwnPictures {

  public static final int LONGEST = 500;
  private static final Duration SERVES = Duration.ofDays(7);

  private final OwnPictureStore store;
  private final Organisations organisations;
  private final TextGuard guard;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Audit audit;
  private final MessageSource messages;
  private final Clock clock;

  OwnPictures(
      OwnPictureStore store,
      Organisations organisations,
      TextGuard guard,
      Outbox outbox,
      Tenancy tenancy,
      Audit audit,
      MessageSource messages,
      Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.guard = guard;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /** How many incidents of a category the organisation reported. */
  public record Count(String category, int incidents) {}

  /** A comment of an organisation to a week; the newest stands. */
  public record Comment(UUID id, UUID organisation, String words, boolean hidden, Instant at) {}

  /** What was reported by the organisation in the week, most first, as far as the actor may see its reports. */
  @Transactional(readOnly = true)
  public List<Count> counts(UUID organisation, IsoWeek week) {
    return store.counts(organisation, week.start(), week.end());
  }

  /** The comment that stands, for those who may read it. */
  @Transactional(readOnly = true)
  public Optional<Comment> comment(UUID organisation, IsoWeek week) {
    return store.comments(week).stream()
        .filter(comment -> comment.organisation().equals(organisation))
        .findFirst();
  }

  /** Every organisation's comment to a week that the actor may read. */
  @Transactional(readOnly = true)
  public List<Comment> comments(IsoWeek week) {
    return store.comments(week);
  }

  /** Writes a comment to the EST coordinator; what is certainly personal is masked, what may be hides it. */
  @Transactional
  public TextGuard.Guarded write(UUID organisation, IsoWeek week, String text) {
    Organisation own = own(organisation);
    String words = text.strip();
    if (words.isEmpty()
        || words.length() > LONGEST
        || words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw new InvalidInput("kommentar", "weekly.own.comment.length", LONGEST);
    }
    TextGuard.Guarded guarded = guard.guard(words);
    UUID id = Ids.next();
    store.add(
        id,
        organisation,
        week,
        guarded.text(),
        guarded.doubtful() ? "DOUBTFUL" : "CLEAR",
        clock.instant());
    audit.record("picture.comment", "organisation", organisation);
    if (!guarded.doubtful()) {
      tell(id, own, week);
    }
    return guarded;
  }

  /** The organisation's coordinator has read the comment and says that it points at nobody. */
  @Transactional
  public void pass(UUID organisation, IsoWeek week) {
    Organisation own = own(organisation);
    Comment comment = comment(organisation, week)
        .filter(Comment::hidden)
        .orElseThrow(() -> new NotFound("hidden comment of " + organisation));
    store.pass(comment.id());
    audit.record("picture.pass_comment", "organisation", organisation);
    tell(comment.id(), own, week);
  }

  private Organisation own(UUID organisation) {
    if (!CurrentActor.get().coordinates(organisation)) {
      throw new NotFound("organisation " + organisation);
    }
    return organisations.get(organisation);
  }

  private void tell(UUID comment, Organisation own, IsoWeek week) {
    Instant now = clock.instant();
    List<OwnPictureStore.Reader> readers =
        tenancy.readAs(Actor.system(CurrentActor.get().municipality()), store::coordinators);
    for (OwnPictureStore.Reader reader : readers) {
      Locale locale = reader.language();
      String weekName = Formats.in(locale).week(week.week());
      outbox.post(new Message(
          "comment:" + comment + ":" + reader.member(),
          reader.member(),
          Message.Kind.COMMENT,
          messages.getMessage("weekly.own.mail.subject", new Object[] {weekName}, locale),
          messages.getMessage("weekly.own.mail.text", new Object[] {own.name(), weekName}, locale),
          "/tackning?vecka=" + week.slug(),
          null,
          now.plus(SERVES)));
    }
  }
}
