package se.samlad.intake.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.Outgoing.Call;
import se.samlad.intake.outgoing.Outgoing.Pace;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/** The one way out: who may be asked, at which address, how long, how much and how often. */
@SamladTest
class OutgoingDoorTest {

  private static final Pace OFTEN = new Pace(0, 10_000);
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  AllowedHosts hosts;

  @Autowired
  Municipalities municipalities;

  @Autowired
  CallPace paces;

  TestTown town;

  @BeforeEach
  void build() {
    town = TestTown.in(tenancy, db, catalogue);
  }

  @Test
  void emptyListLetsNothingOut() throws IOException {
    try (Answering other = new Answering(Answering.ok("[]"))) {
      assertThat(refusal(door(other.host()), other.address("/")).messageKey())
          .isEqualTo("outgoing.host");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void allowedHostIsAskedInTheMunicipalitysName() throws IOException {
    try (Answering other = new Answering(Answering.ok("[1]"))) {
      allow(other.host());
      Answer answer = door(other.host()).send(get(other.address("/api/events?a=1")));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("[1]");
      assertThat(other.asked().getFirst())
          .startsWith("GET /api/events?a=1 HTTP/1.1\r\n")
          .contains("User-Agent: Samlad (Provkoping)\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.4",
        "100.64.0.9",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd12::5",
        "::ffff:10.0.0.1",
        "2002:a00:1::",
        "64:ff9b::a00:1",
        "2001:db8::1"
      })
  void nameThatLeadsIntoSomebodysHouseIsRefused(String inside) {
    allow("felanmalan.example");
    OutgoingDoor door = door(Set.of(), host -> new InetAddress[] {address(inside)});
    assertThat(refusal(door, "https://felanmalan.example/").messageKey())
        .isEqualTo("outgoing.private");
  }

  @Test
  void oneInsideAddressAmongPublicOnesIsEnoughToRefuse() {
    allow("felanmalan.example");
    OutgoingDoor door =
        door(Set.of(), host -> new InetAddress[] {address("8.8.8.8"), address("192.168.0.1")});
    assertThat(refusal(door, "https://felanmalan.example/").messageKey())
        .isEqualTo("outgoing.private");
  }

  @Test
  void noSettingOpensTheAddressOfAMachinesSecrets() {
    allow("felanmalan.example");
    OutgoingDoor door = door(
        Set.of("felanmalan.example:443"), host -> new InetAddress[] {address("169.254.169.254")});
    assertThat(refusal(door, "https://felanmalan.example/latest/meta-data").messageKey())
        .isEqualTo("outgoing.private");
  }

  @Test
  void addressIsLookedUpOnceSoThatItCannotChangeAfterTheCheck() throws IOException {
    try (Answering other = new Answering(Answering.ok("[]"))) {
      allow(other.host());
      AtomicInteger looks = new AtomicInteger();
      OutgoingDoor door = door(Set.of(other.host()), host -> {
        looks.incrementAndGet();
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
      });
      door.send(get(other.address("/")));
      assertThat(looks).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://polisen.example/",
        "ftp://polisen.example/",
        "file:///etc/passwd",
        "https://user@polisen.example/",
        "https:///x"
      })
  void onlyEncryptedCallsWithoutNamesInTheAddressGoOut(String address) {
    allow("polisen.example");
    allow("polisen.example:80");
    OutgoingDoor door = door(Set.of(), host -> new InetAddress[] {address("8.8.8.8")});
    assertThat(refusal(door, address).kind()).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void redirectIsCheckedLikeAFirstCall() throws IOException {
    try (Answering good = new Answering(Answering.ok("[2]"));
        Answering sends = new Answering(moved("http://10.0.0.1/"), moved(good.address("/b")))) {
      allow(sends.host());
      allow(good.host());
      OutgoingDoor door = door(Set.of(sends.host(), good.host()), InetAddress::getAllByName);
      assertThat(refusal(door, sends.address("/a")).messageKey()).isEqualTo("outgoing.host");
      assertThat(new String(door.send(get(sends.address("/a"))).body(), StandardCharsets.UTF_8))
          .isEqualTo("[2]");
    }
  }

  @Test
  void redirectsInACircleEnd() throws IOException {
    try (Answering round = new Answering(moved("/again"))) {
      allow(round.host());
      assertThat(refusal(door(round.host()), round.address("/")).messageKey())
          .isEqualTo("outgoing.redirects");
      assertThat(round.asked()).hasSize(4);
    }
  }

  @Test
  void postIsSentOnceAndFollowsNobody() throws IOException {
    try (Answering other = new Answering(moved("/elsewhere"))) {
      allow(other.host());
      Answer answer = door(other.host())
          .send(new Call(
              town.id(),
              URI.create(other.address("/requests.json")),
              Map.of("description", "Trasig lampa & mörkt", "lat", "59.1"),
              OFTEN));
      assertThat(answer.status()).isEqualTo(302);
      assertThat(other.asked()).hasSize(1);
      assertThat(other.asked().getFirst())
          .endsWith("description=Trasig+lampa+%26+m%C3%B6rkt&lat=59.1");
    }
  }

  @Test
  void answerInChunksIsPutTogether() throws IOException {
    try (Answering other = new Answering(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n")) {
      allow(other.host());
      Answer answer = door(other.host()).send(get(other.address("/")));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("abcde");
    }
  }

  @Test
  void answersThatAreTooLargeCutShortOrNoHttpAreRefused() throws IOException {
    Map<String, String> faults = Map.of(
        "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n",
        "outgoing.large",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
        "outgoing.large",
        "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_000_001),
        "outgoing.large",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "outgoing.broken",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc",
        "outgoing.unreadable",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "outgoing.unreadable",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "outgoing.unreadable",
        "HTTP/1.1 200 OK\r\nX: " + "y".repeat(9_000) + "\r\n\r\n",
        "outgoing.unreadable");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      try (Answering other = new Answering(fault.getKey())) {
        allow(other.host());
        assertThat(refusal(door(other.host()), other.address("/")).messageKey())
            .as(fault.getKey().substring(0, Math.min(60, fault.getKey().length())))
            .isEqualTo(fault.getValue());
      }
    }
  }

  @Test
  void silentServerIsNotWaitedForBeyondTheLimit() throws IOException {
    try (Answering silent = new Answering()) {
      allow(silent.host());
      Wire hasty = new Wire(Duration.ofSeconds(2), Duration.ofMillis(300), 1_000);
      long before = System.nanoTime();
      OutgoingFailure failure = refusal(
          door(Set.of(silent.host()), InetAddress::getAllByName, hasty, NOON), silent.address("/"));
      assertThat(failure.messageKey()).isEqualTo("outgoing.broken");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void paceCountsTheCallsOfAllTogether() throws IOException {
    Pace police = new Pace(10, 3);
    try (Answering other = new Answering(Answering.ok("[]"))) {
      allow(other.host());
      Call call = new Call(town.id(), URI.create(other.address("/")), Map.of(), police);
      at(other, NOON).send(call);
      OutgoingFailure early = catchThrowableOfType(
          OutgoingFailure.class, () -> at(other, NOON.plusSeconds(9)).send(call));
      assertThat(early.kind()).isEqualTo(Kind.TOO_SOON);
      assertThat(early.notBefore()).isEqualTo(NOON.plusSeconds(10));
      at(other, NOON.plusSeconds(11)).send(call);
      at(other, NOON.plusSeconds(22)).send(call);
      OutgoingFailure full = catchThrowableOfType(
          OutgoingFailure.class, () -> at(other, NOON.plusSeconds(40)).send(call));
      assertThat(full.notBefore()).isEqualTo(NOON.plusSeconds(3600));
      at(other, NOON.plusSeconds(3601)).send(call);
      assertThat(other.asked()).hasSize(4);
    }
  }

  private OutgoingDoor at(Answering other, Instant now) {
    return door(
        Set.of(other.host()),
        InetAddress::getAllByName,
        new Wire(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000),
        now);
  }

  private OutgoingDoor door(String opened) {
    return door(Set.of(opened), InetAddress::getAllByName);
  }

  private OutgoingDoor door(Set<String> opened, Destination.Names names) {
    return door(
        opened, names, new Wire(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000), NOON);
  }

  private OutgoingDoor door(Set<String> opened, Destination.Names names, Wire wire, Instant now) {
    return new OutgoingDoor(
        tenancy,
        hosts,
        municipalities,
        paces,
        opened,
        names,
        wire,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Call get(String address) {
    return Call.get(town.id(), URI.create(address), OFTEN);
  }

  private OutgoingFailure refusal(OutgoingDoor door, String address) {
    OutgoingFailure failure =
        catchThrowableOfType(OutgoingFailure.class, () -> door.send(get(address)));
    assertThat(failure).as(address).isNotNull();
    return failure;
  }

  private void allow(String host) {
    town.asSystem(() -> hosts.add(host));
  }

  private static String moved(String to) {
    return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
