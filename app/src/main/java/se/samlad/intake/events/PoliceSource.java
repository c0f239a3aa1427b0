package se.samlad.intake.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedSource;
import se.samlad.intake.feed.Feeds;
import se.samlad.intake.outgoing.Outgoing;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.Outgoing.Call;
import se.samlad.intake.outgoing.Outgoing.Pace;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/**
 * Fetches the police's notices within the police's own rules: at least ten seconds between calls and sixty an hour at most, a 404 stands.
 * One call serves every municipality of the installation that has the feed on.
 */
@Component
class PoliceSource implements FeedSource {

  static final Pace PACE = new Pace(10, 60);

  private final Outgoing outgoing;
  private final PoliceNotices notices;
  private final Feeds feeds;
  private final Municipalities municipalities;
  private final Tenancy tenancy;

  PoliceSource(
      Outgoing outgoing,
      PoliceNotices notices,
      Feeds feeds,
      Municipalities municipalities,
      Tenancy tenancy) {
    this.outgoing = outgoing;
    this.notices = notices;
    this.feeds = feeds;
    this.municipalities = municipalities;
    this.tenancy = tenancy;
  }

  @Override
  public FeedKind kind() {
    return FeedKind.POLICE_EVENTS;
  }

  @Override
  public Map<String, Integer> poll(MunicipalityId municipality, Feed feed) {
    Answer answer = outgoing.send(Call.get(municipality, feed.address(), PACE));
    if (answer.status() == 404 || answer.status() == 410) {
      throw OutgoingFailure.of(Kind.ANSWER, "feed.failure.gone", answer.status())
          .forGood();
    }
    if (!answer.good()) {
      throw OutgoingFailure.of(Kind.ANSWER, "feed.failure.status", answer.status());
    }
    NoticeReader.Reading reading = NoticeReader.read(answer.body());
    for (MunicipalityId other : municipalities.ids()) {
      if (!other.equals(municipality)) {
        tenancy.as(
            Actor.system(other),
            () -> feeds.on(FeedKind.POLICE_EVENTS).stream()
                .filter(theirs -> theirs.address().equals(feed.address()))
                .forEach(theirs -> feeds.succeeded(theirs, counted(theirs, reading))));
      }
    }
    return tenancy.as(Actor.system(municipality), () -> counted(feed, reading));
  }

  private Map<String, Integer> counted(Feed feed, NoticeReader.Reading reading) {
    Map<String, Integer> counts =
        new HashMap<>(notices.take(reading.notices(), places(feed.setting("places"))));
    counts.put("listed", reading.notices().size());
    counts.put("unreadable", reading.unreadable());
    return counts;
  }

  static Set<String> places(String setting) {
    List<String> names = Arrays.asList(setting.split(","));
    return names.stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }
}
