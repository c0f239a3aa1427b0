package se.samlad.intake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedTown;
import se.samlad.intake.outgoing.Outgoing;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** The police's notices, on answers in the form the police give them. */
@SamladTest
class PoliceNoticesTest {

  private static final Path RECORDED = Path.of("../../shared/data/police-events/api-responses");

  @Autowired
  ApplicationContext context;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  NoticeStore store;

  @Autowired
  TextGuard guard;

  @Autowired
  Municipalities municipalities;

  TestTown town;
  FeedTown feeds;
  PoliceNotices notices;
  Actor coordinator;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    feeds = new FeedTown(context, town);
    notices = new PoliceNotices(store, guard, feeds.clock());
    coordinator = town.person(Role.COORDINATOR, null).actor();
  }

  /** The police's server as recorded: the next answer, each time somebody asks. */
  private static final class Recorded implements Outgoing {

    private final List<Answer> answers = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    Recorded answers(int status, String body) {
      return answers(status, body.getBytes(StandardCharsets.UTF_8));
    }

    Recorded answers(int status, byte[] body) {
      answers.add(new Answer(status, Map.of(), body));
      return this;
    }

    @Override
    public Answer send(Call call) {
      calls.add(call);
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
  }

  private static String notice(
      int id, String published, String name, String type, String place, String summary) {
    return """
        {"id":%d,"datetime":"%s","name":"%s","summary":"%s","url":"/aktuellt/handelser/2031/maj/13/%d/","type":"%s",\
        "location":{"name":"%s","gps":"59.402181,13.511498"}}""".formatted(id, published, name, summary, id, type, place);
  }

  private static final String FIGHT = notice(
      11,
      "2031-05-14 6:34:38 +02:00",
      "13 maj 22.45, Misshandel, Provköping",
      "Misshandel",
      "Provköping",
      "Bråk på Centrums torg.");
  private static final String FIRE = notice(
      12,
      "2031-05-13 9:00:00 +02:00",
      "13 maj 08:10, Brand, provköping",
      "Brand",
      "provköping",
      "Brand i soptunna.");
  private static final String ELSEWHERE = notice(
      10,
      "2031-05-12 9:00:00 +02:00",
      "12 maj 08:10, Brand, Annanstans",
      "Brand",
      "Annanstans",
      "Brand i bil.");

  @Test
  void happeningIsReadFromTheNameWithAYearBeforeThePublication() {
    Instant published = Instant.parse("2031-01-02T08:00:00Z");
    assertThat(NoticeReader.happened("31 december 23.50, Rån, Umeå", published))
        .isEqualTo("2030-12-31T22:50:00Z");
    assertThat(NoticeReader.happened("2 januari 06:05, Rån, Umeå", published))
        .isEqualTo("2031-01-02T05:05:00Z");
    assertThat(NoticeReader.happened("Sammanfattning natt, Umeå", published)).isNull();
    assertThat(NoticeReader.happened("31 februari 10:00, Rån, Umeå", published)).isNull();
    assertThat(NoticeReader.happened("1 maj 25:00, Rån, Umeå", published)).isNull();
  }

  @Test
  void emptyAndForeignAnswersAreFailuresAndNotAnEmptyList() {
    for (String body : List.of("", " ", "[]", "{}", "<html>", "[{\"id\":1}]", "[1,2]")) {
      assertThatThrownBy(() -> NoticeReader.read(body.getBytes(StandardCharsets.UTF_8)))
          .as(body)
          .isInstanceOf(OutgoingFailure.class);
    }
  }

  @Test
  void pathThatIsNotThePolicesOwnGivesNoLink() {
    String away = FIGHT.replace("/aktuellt/handelser/2031/maj/13/11/", "//elsewhere.example/x");
    assertThat(NoticeReader.read(("[" + away + "]").getBytes(StandardCharsets.UTF_8))
            .notices()
            .getFirst()
            .path())
        .isEmpty();
  }

  @Test
  void ownMunicipalitysNoticesAreKeptWithEveryWordingAndNeverTwice() {
    Recorded police = new Recorded()
        .answers(200, "[" + FIGHT + "," + FIRE + "," + ELSEWHERE + "]")
        .answers(200, "[" + FIGHT + "," + FIRE + "," + ELSEWHERE + "]")
        .answers(
            200,
            "[" + FIGHT.replace("Bråk på", "Grov misshandel på") + "," + FIRE + "," + ELSEWHERE
                + "]");
    UUID feed = on(police);
    assertThat(feeds.read(feed).counts()).containsEntry("new", 2).containsEntry("listed", 3);
    again(police);
    assertThat(feeds.read(feed).counts()).containsEntry("known", 2).doesNotContainKey("new");
    again(police);
    assertThat(feeds.read(feed).counts()).containsEntry("changed", 1);
    List<PoliceNotices.Listed> week = week("2031-W20");
    assertThat(week).hasSize(2);
    assertThat(week.getFirst().notice().summary()).isEqualTo("Grov misshandel på Centrums torg.");
    assertThat(week.getFirst().versions()).isEqualTo(2);
    assertThat(tenancy.readAs(coordinator, () -> notices.earlier(11)))
        .extracting(Notice::summary)
        .containsExactly("Bråk på Centrums torg.");
    off(feed);
  }

  @Test
  void takenAwayNoticeIsToldFromOneThatWasPushedOut() {
    Recorded police = new Recorded()
        .answers(200, "[" + FIGHT + "," + FIRE + "," + ELSEWHERE + "]")
        .answers(200, "[" + FIRE + "," + ELSEWHERE + "]")
        .answers(200, "[" + FIGHT + "]");
    UUID feed = on(police);
    again(police);
    assertThat(week("2031-W20"))
        .extracting(listed -> listed.notice().id() + " " + listed.removed())
        .containsExactly("11 true", "12 false");
    again(police);
    assertThat(week("2031-W20"))
        .as("the first is back, the second is older than what is listed")
        .extracting(listed -> listed.notice().id() + " " + listed.removed())
        .containsExactly("11 false", "12 false");
    off(feed);
  }

  @Test
  void noticeAboutOnePersonIsLeftOutAndNumbersInWordsAreMasked() {
    Recorded police = new Recorded()
        .answers(
            200,
            "[" + FIGHT.replace("Centrums torg", "torget, ring 073-123 45 67") + ","
                + FIRE.replace("\"Brand\"", "\"Försvunnen person\"") + "]");
    UUID feed = on(police);
    assertThat(feeds.read(feed).counts()).containsEntry("person", 1).containsEntry("new", 1);
    assertThat(week("2031-W20").getFirst().notice().summary()).doesNotContain("073");
    off(feed);
  }

  @Test
  void oneCallServesAllMunicipalitiesOfTheInstallation() {
    TestTown second = TestTown.in(tenancy, db, catalogue).demo();
    FeedTown theirs = new FeedTown(context, second);
    UUID others = theirs.on(
        FeedKind.POLICE_EVENTS, "https://polisen.example/api", Map.of("places", "Annanstans"));
    Recorded police = new Recorded().answers(200, "[" + FIGHT + "," + ELSEWHERE + "]");
    UUID feed = on(police);
    assertThat(police.calls).hasSize(1);
    assertThat(theirs.read(others).counts()).containsEntry("new", 1);
    off(feed);
    second.asSystem(() -> theirs.feeds().turnOff(others));
  }

  @Test
  void goneAddressStopsAndOtherAnswersAreTriedAgain() {
    Recorded police = new Recorded().answers(403, "").answers(404, "");
    UUID feed = on(police);
    assertThat(feeds.read(feed).enabled()).isTrue();
    again(police);
    assertThat(feeds.read(feed).enabled()).isFalse();
    assertThat(police.calls).allSatisfy(call -> {
      assertThat(call.pace().secondsBetween()).isEqualTo(10);
      assertThat(call.pace().mostAnHour()).isEqualTo(60);
    });
  }

  /** Twelve answers of one morning, one of forty notices and one that was empty, as the police gave them. */
  @Test
  void recordedAnswersGoInOnceWithTheirVersions() throws IOException {
    if (!Files.isDirectory(RECORDED)) {
      System.out.println(
          "recordedAnswersGoInOnce skipped: ../shared/data/police-events is not beside the checkout");
      return;
    }
    Recorded police = new Recorded();
    try (Stream<Path> files = Files.list(RECORDED)) {
      files
          .filter(file -> file.getFileName().toString().startsWith("2024-05-14"))
          .sorted()
          .forEach(file -> police.answers(200, unpacked(file)));
    }
    police.answers(200, unpacked(RECORDED.resolve("2023-05-01T154431Z.json.gz")));
    UUID feed = feeds.on(
        FeedKind.POLICE_EVENTS,
        "https://polisen.example/api",
        Map.of("places", "Stockholm, Malmö, Göteborg, Örebro, Uppsala"));
    for (int i = 0; i < 12; i++) {
      feeds.rounds(source(police)).round();
      assertThat(feeds.read(feed).counts())
          .containsEntry("listed", 500)
          .containsEntry("unreadable", 0);
      feeds.clock().forward(Duration.ofMinutes(20));
    }
    int kept = count("select count(*) from samlad.police_notice");
    assertThat(kept).isGreaterThan(50);
    assertThat(count("select sum(versions) from samlad.police_notice"))
        .isEqualTo(count("select count(*) from samlad.police_notice_version"))
        .isGreaterThanOrEqualTo(kept);
    feeds.rounds(source(police)).round();
    assertThat(feeds.read(feed).failure())
        .isEqualTo(new Feed.Failure("police.answer.empty", List.of()));
    assertThat(count("select count(*) from samlad.police_notice")).isEqualTo(kept);
    off(feed);
  }

  private static byte[] unpacked(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID on(Recorded police) {
    UUID feed = feeds.on(
        FeedKind.POLICE_EVENTS, "https://polisen.example/api", Map.of("places", "Provköping"));
    feeds.rounds(source(police)).round();
    return feed;
  }

  private void again(Recorded police) {
    feeds.clock().forward(Duration.ofMinutes(20));
    feeds.rounds(source(police)).round();
  }

  private PoliceSource source(Recorded police) {
    return new PoliceSource(police, notices, feeds.feeds(), municipalities, tenancy);
  }

  private void off(UUID feed) {
    town.asSystem(() -> feeds.feeds().turnOff(feed));
  }

  private List<PoliceNotices.Listed> week(String week) {
    return tenancy.readAs(coordinator, () -> notices.of(IsoWeek.parse(week).orElseThrow()));
  }

  private int count(String sql) {
    return tenancy.readAs(coordinator, () -> db.sql(sql).query(Integer.class).single());
  }
}
