package se.samlad.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.FaultTarget;
import se.samlad.intake.Forwarding;
import se.samlad.intake.Forwarding.Faulted;
import se.samlad.intake.Forwarding.Order;
import se.samlad.intake.Forwarding.State;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedSecrets;
import se.samlad.intake.feed.FeedTown;
import se.samlad.intake.outgoing.Outgoing;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fault reports of other systems, in and out, on answers in the form of GeoReport v2. */
@SamladTest
class FaultsTest {

  private static final Path RECORDED =
      Path.of("../../shared/data/open311/chicago_requests_2014.json");
  private static final String ADDRESS = "https://felanmalan.example/open311/v2";
  private static final String SERVICES = """
      [{"service_code":"lampa","service_name":"Trasig belysning"},{"service_code":"klotter","service_name":"Klotter"}]""";

  @Autowired
  ApplicationContext context;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  RequestStore requests;

  @Autowired
  ForwardStore forwards;

  @Autowired
  TextGuard guard;

  @Autowired
  FeedSecrets secrets;

  TestTown town;
  FeedTown feeds;
  UUID works;
  Actor coordinator;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    works = town.organisation("Gatukontoret", "MUNICIPALITY");
    coordinator = town.person(Role.COORDINATOR, null).actor();
    feeds = new FeedTown(context, town);
  }

  /** The other system as recorded: answers in turn, the last one again; a failure stands for a broken line. */
  private static final class Recorded implements Outgoing {

    private final Deque<Supplier<Answer>> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();

    Recorded answers(int status, String body) {
      answers.add(() -> new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
      return this;
    }

    Recorded breaks(Kind kind) {
      answers.add(() -> {
        throw OutgoingFailure.of(kind, "outgoing.broken", "felanmalan.example");
      });
      return this;
    }

    @Override
    public Answer send(Call call) {
      calls.add(call);
      Supplier<Answer> next = answers.size() > 1 ? answers.poll() : answers.getFirst();
      return next.get();
    }

    long posts() {
      return calls.stream().filter(Call::posts).count();
    }
  }

  private static String request(String id, String service, String status, String text) {
    return """
        {"service_request_id":"%s","service_code":"%s","service_name":"Klotter","status":"%s","status_notes":"",\
        "description":"%s","requested_datetime":"2026-11-20T19:02:21+01:00",%s}""".formatted(id, service, status, text, TestTown.POINT.replace("\"lon\"", "\"long\""));
  }

  // In.

  @Test
  void faultOfAMappedKindBecomesOneReportOfItsOrganisation() {
    Recorded system = new Recorded()
        .answers(
            200,
            "[" + request("a1", "klotter", "open", "Klottrat på skolan, ring 070-174 06 05") + ","
                + request("a2", "lampa", "open", "Mörkt") + "]");
    UUID feed = in(system);
    assertThat(feeds.read(feed).counts()).containsEntry("unmapped", 2);
    town.asSystem(() -> requests.map(feed, "klotter", "KLOTTER"));
    again(new FaultsInParts().source(system));
    assertThat(feeds.read(feed).counts()).containsEntry("taken", 1).containsEntry("unmapped", 1);
    again(new FaultsInParts().source(system));
    assertThat(feeds.read(feed).counts()).containsEntry("known", 1);
    assertThat(count("select count(*) from samlad.report where organisation_id = '" + works + "'"))
        .isEqualTo(1);
    assertThat(text()).startsWith("Klottrat på skolan").doesNotContain("070-174");
    off(feed);
  }

  @Test
  void changedStatusIsToldOfTheReportAndNoNewReportMade() {
    Recorded system = new Recorded()
        .answers(200, "[" + request("a1", "klotter", "open", "Klotter") + "]")
        .answers(200, "[" + request("a1", "klotter", "open", "Klotter") + "]")
        .answers(
            200,
            "["
                + request("a1", "klotter", "closed", "Andra ord")
                    .replace("\"status_notes\":\"\"", "\"status_notes\":\"Sanerat\"")
                + "]");
    UUID feed = in(system);
    town.asSystem(() -> requests.map(feed, "klotter", "KLOTTER"));
    again(new FaultsInParts().source(system));
    again(new FaultsInParts().source(system));
    assertThat(feeds.read(feed).counts()).containsEntry("status", 1);
    UUID report = tenancy.readAs(
        coordinator,
        () -> db.sql("select report_id from samlad.report").query(UUID.class).single());
    Faulted told = tenancy
        .readAs(coordinator, () -> forwarding().of(Ids.next(), List.of(report)))
        .getFirst();
    assertThat(told.request()).isEqualTo("a1");
    assertThat(told.open()).isFalse();
    assertThat(told.notes()).isEqualTo("Sanerat");
    off(feed);
  }

  @Test
  void faultsWithoutPlaceOrOutsideSwedenAreCountedAndLeftOut() {
    String here = request("a1", "klotter", "open", "Klotter");
    Recorded system = new Recorded()
        .answers(
            200,
            "[" + here.replaceAll("\"long\":[0-9.]+,", "") + ","
                + here.replace("a1", "a2").replaceAll("\"lat\":[0-9.]+", "\"lat\":41.8")
                + ",{\"x\":1}]");
    UUID feed = in(system);
    town.asSystem(() -> requests.map(feed, "klotter", "KLOTTER"));
    again(new FaultsInParts().source(system));
    assertThat(feeds.read(feed).counts())
        .containsEntry("placeless", 1)
        .containsEntry("outside", 1)
        .containsEntry("unreadable", 1);
    assertThat(count("select count(*) from samlad.report")).isZero();
    off(feed);
  }

  @Test
  void answersThatAreNoListAreFailures() {
    for (String body : List.of("", "{}", "<html>", "{\"errors\":[]}")) {
      UUID feed = in(new Recorded().answers(200, body));
      assertThat(feeds.read(feed).failures()).as(body).isEqualTo(1);
      off(feed);
    }
  }

  /** Fifty requests as a server gave them; moved from Chicago to the town and to this year, for they are refused where they lie. */
  @Test
  void recordedRequestsGoInOnceEach() throws IOException {
    if (!Files.exists(RECORDED)) {
      System.out.println(
          "recordedRequestsGoInOnceEach skipped: ../shared/data/open311 is not beside the checkout");
      return;
    }
    String chicago = Files.readString(RECORDED);
    UUID far = in(new Recorded().answers(200, chicago));
    mapAll(far);
    again(new FaultsInParts().source(new Recorded().answers(200, chicago)));
    assertThat(feeds.read(far).counts()).containsEntry("listed", 50).containsEntry("outside", 50);
    off(far);
    Recorded moved = new Recorded().answers(200, moved(chicago));
    UUID feed = in(moved);
    mapAll(feed);
    again(new FaultsInParts().source(moved));
    assertThat(feeds.read(feed).counts()).containsEntry("taken", 50);
    again(new FaultsInParts().source(moved));
    assertThat(feeds.read(feed).counts()).containsEntry("known", 50);
    assertThat(count("select count(*) from samlad.report")).isEqualTo(50);
    off(feed);
  }

  // Out.

  @Test
  void faultIsSentOnceAndItsStatusComesBack() {
    Recorded system = new Recorded()
        .answers(200, SERVICES)
        .answers(200, SERVICES)
        .answers(201, "[{\"service_request_id\":\"4711\"}]")
        .answers(200, "[" + request("4711", "lampa", "open", "") + "]")
        .answers(200, SERVICES)
        .answers(200, "[" + request("4711", "lampa", "closed", "") + "]")
        .answers(200, SERVICES);
    UUID feed = out(system);
    UUID incident = forward(feed, "Lampan vid gångvägen är trasig.");
    assertThatThrownBy(() -> forward(feed, incident, "Lampan igen.", false))
        .isInstanceOf(Refused.class);
    again(source(system));
    Faulted sent = told(incident);
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.request()).isEqualTo("4711");
    assertThat(sent.open()).isTrue();
    again(source(system));
    assertThat(told(incident).open()).isFalse();
    again(source(system));
    assertThat(system.posts()).isEqualTo(1);
    assertThat(system.calls.stream()
            .filter(Outgoing.Call::posts)
            .findFirst()
            .orElseThrow()
            .form())
        .containsEntry("service_code", "lampa")
        .containsEntry("description", "Lampan vid gångvägen är trasig.")
        .containsEntry("api_key", "hemlig")
        .containsKeys("lat", "long");
    off(feed);
  }

  @Test
  void whatMayHaveArrivedIsNeverSentAgainByItself() {
    Recorded system =
        new Recorded().answers(200, SERVICES).answers(200, SERVICES).breaks(Kind.UNKNOWN);
    UUID feed = out(system);
    UUID incident = forward(feed, "Lampan är trasig.");
    again(source(system));
    assertThat(told(incident).state()).isEqualTo(State.UNKNOWN);
    Recorded back = new Recorded().answers(200, SERVICES);
    again(source(back));
    assertThat(back.posts()).isZero();
    tenancy.as(
        coordinator,
        () -> forwarding()
            .again(incident, java.util.Objects.requireNonNull(told(incident).id())));
    Recorded well = new Recorded()
        .answers(200, SERVICES)
        .answers(200, "[{\"token\":\"t1\"}]")
        .answers(200, "[{\"service_request_id\":\"12\",\"token\":\"t1\"}]")
        .answers(200, "[]");
    again(source(well));
    assertThat(told(incident).request()).as("a token is asked for its number").isEqualTo("12");
    off(feed);
  }

  @Test
  void busySystemIsTriedAgainAndOneThatSaysNoIsNot() {
    Recorded busy = new Recorded().answers(200, SERVICES).answers(200, SERVICES).answers(503, "");
    UUID feed = out(busy);
    UUID incident = forward(feed, "Lampan är trasig.");
    again(source(busy));
    assertThat(told(incident).state()).isEqualTo(State.WAITING);
    assertThat(feeds.read(feed).failures()).isEqualTo(1);
    again(source(new Recorded().answers(200, SERVICES).answers(403, "[]")));
    assertThat(told(incident).state()).isEqualTo(State.REFUSED);
    assertThat(told(incident).refusedWith()).isEqualTo(403);
    Recorded later = new Recorded().answers(200, SERVICES);
    again(source(later));
    assertThat(later.posts()).isZero();
    off(feed);
  }

  @Test
  void sendingThatWasInterruptedIsUnknown() {
    Recorded system = new Recorded().answers(200, SERVICES);
    UUID feed = out(system);
    UUID incident = forward(feed, "Lampan är trasig.");
    town.asSystem(() -> forwards.move(
        forwards.of(incident).getFirst().id(), State.WAITING, State.SENDING, null, FeedTown.START));
    again(source(system));
    assertThat(system.posts()).isZero();
    assertThat(told(incident).state()).isEqualTo(State.UNKNOWN);
    off(feed);
  }

  @Test
  void guardStandsBeforeWhatLeavesTheHouse() {
    UUID feed = out(new Recorded().answers(200, SERVICES));
    UUID incident = forward(feed, "Ring 070-174 06 05 om lampan.");
    assertThat(
            tenancy.readAs(coordinator, () -> forwards.of(incident).getFirst().description()))
        .doesNotContain("070-174");
    UUID another = Ids.next();
    assertThatThrownBy(() -> forward(feed, another, "Hon i lgh 1203 har sönder lampan.", false))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("open311.text.doubtful");
    forward(feed, another, "Hon i lgh 1203 har sönder lampan.", true);
    assertThat(tenancy.readAs(coordinator, () -> forwards.of(another))).hasSize(1);
    off(feed);
  }

  private final class FaultsInParts {
    FaultsIn source(Recorded system) {
      return new FaultsIn(
          new GeoReportClient(system, feeds.clock()),
          requests,
          List.copyOf(context.getBeansOfType(FaultTarget.class).values()),
          feeds.feeds(),
          context.getBean(Members.class),
          context.getBean(Organisations.class),
          guard,
          tenancy,
          feeds.clock());
    }
  }

  private FaultsOut source(Recorded system) {
    return new FaultsOut(
        new GeoReportClient(system, feeds.clock()),
        forwards,
        requests,
        secrets,
        guard,
        tenancy,
        feeds.clock());
  }

  private Forwarding forwarding() {
    return new FaultForwarding(
        forwards, requests, feeds.feeds(), guard, context.getBean(Audit.class), feeds.clock());
  }

  private UUID in(Recorded system) {
    UUID feed = feeds.on(FeedKind.OPEN311_IN, ADDRESS, Map.of("organisation", works.toString()));
    feeds.rounds(new FaultsInParts().source(system)).round();
    return feed;
  }

  private UUID out(Recorded system) {
    UUID feed = feeds.on(FeedKind.OPEN311_OUT, ADDRESS, Map.of());
    town.asSystem(() -> secrets.keep(feed, "hemlig"));
    feeds.rounds(source(system)).round();
    return feed;
  }

  private void again(se.samlad.intake.feed.FeedSource source) {
    feeds.clock().forward(Duration.ofMinutes(30));
    feeds.rounds(source).round();
  }

  private UUID forward(UUID feed, String text) {
    UUID incident = Ids.next();
    forward(feed, incident, text, false);
    return incident;
  }

  private void forward(UUID feed, UUID incident, String text, boolean read) {
    tenancy.as(
        coordinator,
        () -> forwarding().forward(new Order(incident, feed, "lampa", text, 15.0, 59.1, read)));
  }

  private Faulted told(UUID incident) {
    return tenancy
        .readAs(coordinator, () -> forwarding().of(incident, List.of()))
        .getFirst();
  }

  private void mapAll(UUID feed) {
    town.asSystem(
        () -> requests.services(feed).forEach(kind -> requests.map(feed, kind.code(), "KLOTTER")));
  }

  private static String moved(String chicago) {
    JsonMapper json = JsonMapper.shared();
    JsonNode all = json.readTree(chicago.replace("2014-", "2026-"));
    for (JsonNode each : all) {
      ((ObjectNode) each)
          .put("lat", 59.18 + (each.get("lat").asDouble() - 41.8) / 10)
          .put("long", 15.0 + (each.get("long").asDouble() + 87.7) / 10);
    }
    return json.writeValueAsString(all);
  }

  private String text() {
    return tenancy.readAs(
        town.person(Role.ORGANISATION_COORDINATOR, works).actor(),
        () -> db.sql("select text from samlad.report_text").query(String.class).single());
  }

  private int count(String sql) {
    return tenancy.readAs(coordinator, () -> db.sql(sql).query(Integer.class).single());
  }

  private void off(UUID feed) {
    town.asSystem(() -> feeds.feeds().turnOff(feed));
  }
}
