package se.samlad.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import se.samlad.desk.founding.Founding;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Scope;
import se.samlad.ground.geography.AreaRegister.NewArea;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Settings;
import se.samlad.ground.storage.Tenancy;

/** A server killed in the middle of sends loses nothing it has acknowledged. {@code benchmarks/crash.sh} does it many times, in more ways. */
class KilledServerTest {

  private static final int SENDERS = 4;
  private static final int ENOUGH = 60;

  @TempDir
  Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> servers = new ArrayList<>();
  private Map<String, String> environment = Map.of();
  private String address = "";
  private String secret = "";

  @BeforeEach
  void found() throws Exception {
    int port = freePort();
    address = "http://127.0.0.1:" + port;
    environment = Map.of(
        "SAMLAD_DATA", folder.resolve("data").toString(),
        "SAMLAD_PORT", Integer.toString(port),
        "SAMLAD_MANAGEMENT_PORT", "0");
    assertThat(Web.work(Settings.read(environment), this::issueToken, System.err))
        .isZero();
  }

  @AfterEach
  void stop() throws Exception {
    for (Process server : servers) {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void acknowledgedReportsAreThereOnceAfterAKillInTheMiddleOfSends() throws Exception {
    Process server = serve();
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(ENOUGH);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.ofPlatform().start(() -> sendUntilGone(acknowledged, enough)));
    }
    assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
    server.destroyForcibly().waitFor();
    for (Thread sender : senders) {
      sender.join();
    }

    serve();
    for (UUID report : acknowledged) {
      assertThat(put(report)).as("the same again").isEqualTo(200);
    }
    String listed = get("/api/v1/reports?limit=200");
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH).hasSizeLessThan(200);
    assertThat(acknowledged)
        .allSatisfy(report -> assertThat(listed).containsOnlyOnce(report.toString()));
  }

  /** Sends new reports one after another for as long as somebody answers. */
  private void sendUntilGone(Queue<UUID> acknowledged, CountDownLatch enough) {
    try {
      while (acknowledged.size() < 190) {
        UUID report = UUID.randomUUID();
        if (put(report) == 201) {
          acknowledged.add(report);
          enough.countDown();
        }
      }
    } catch (IOException killed) {
      assertThat(enough.getCount()).isZero();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int issueToken(ApplicationContext context) {
    Municipality town = context
        .getBean(Founding.class)
        .found("provkoping", "Provköping", false, List.of(new NewArea("Centrum", null)));
    secret = context.getBean(Tenancy.class).as(Actor.system(town.id()), () -> {
      UUID company = context
          .getBean(Organisations.class)
          .add("Bevakning", OrganisationKind.GUARD_COMPANY)
          .id();
      UUID guard = context
          .getBean(Members.class)
          .add("Väktare", Locale.of("sv"), List.of(Grant.of(Role.REPORTER, company)))
          .id();
      Set<Scope> scopes = Set.of(Scope.REPORTS_WRITE, Scope.REPORTS_READ);
      return context
          .getBean(ApiTokens.class)
          .issue(company, guard, "prov", scopes, null)
          .secret();
    });
    return 0;
  }

  private Process serve() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve")
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
    builder.environment().putAll(environment);
    Process server = builder.start();
    servers.add(server);
    while (!isUp()) {
      assertThat(server.isAlive())
          .as(() -> "the server ended: " + read(folder.resolve("server.log")))
          .isTrue();
      Thread.onSpinWait();
    }
    return server;
  }

  private boolean isUp() throws InterruptedException {
    try {
      HttpRequest health =
          HttpRequest.newBuilder(URI.create(address + "/halsa")).build();
      return http.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The same bytes for the same report, whenever it is sent. */
  private int put(UUID report) throws IOException, InterruptedException {
    String body =
        "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T21:40:00+01:00\","
            + "\"lon\":15.0,\"lat\":59.0,\"text\":\"" + report.toString().charAt(0) + "\"}]}";
    HttpRequest request = request("/api/v1/reports/" + report)
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(body))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + secret);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
