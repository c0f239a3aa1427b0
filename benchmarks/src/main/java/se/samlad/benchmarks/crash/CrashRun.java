package se.samlad.benchmarks.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is an acknowledged report ever lost or doubled when the server dies in the middle of sends? Sends reports by several threads, kills Java,
 * the database or both at a seeded moment, also again while it recovers, starts again, and holds what is there to a ledger of what was
 * acknowledged. Needs nothing but the JDK: {@code benchmarks/crash.sh} sets it up and runs it from source.
 */
public final class CrashRun {

  private enum Kill {
    JAVA,
    BOTH,
    DATABASE_FIRST,
    BOTH_AND_AGAIN_IN_RECOVERY
  }

  private static final int THREADS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private final List<String> server;
  private final Path data;
  private final String address;
  private final String secret;
  private final Random random;
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, String> unanswered = new ConcurrentHashMap<>();
  private final AtomicInteger wrong = new AtomicInteger();
  private HttpClient http = HttpClient.newHttpClient();
  private int kills;
  private long longestStart;

  private CrashRun(List<String> server, Path data, String address, String secret, long seed) {
    this.server = server;
    this.data = data;
    this.address = address;
    this.secret = secret;
    this.random = new Random(seed);
  }

  /** Arguments: data folder, address, token, rounds, seed, and the command that runs the server. */
  public static void main(String[] arguments) throws Exception {
    List<String> command = List.of(arguments).subList(5, arguments.length);
    long seed = Long.parseLong(arguments[4]);
    CrashRun run = new CrashRun(command, Path.of(arguments[0]), arguments[1], arguments[2], seed);
    int rounds = Integer.parseInt(arguments[3]);
    System.out.printf(
        "seed %d%n%-5s %-27s %8s %8s %8s %8s %9s%n",
        seed, "round", "killed", "after ms", "acked", "unsure", "wrong", "start ms");
    for (int round = 1; round <= rounds; round++) {
      run.round(round, Kill.values()[(round - 1) % Kill.values().length]);
    }
    System.exit(run.finish() ? 0 : 1);
  }

  private void round(int number, Kill kill) throws Exception {
    Process java = start();
    int moment = 200 + random.nextInt(2300);
    AtomicBoolean go = new AtomicBoolean(true);
    int before = acknowledged.size();
    try (ExecutorService senders = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> sending = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random own = new Random(random.nextLong());
        sending.add(senders.submit(() -> sendWhile(go, own)));
      }
      pause(moment);
      kill(kill, java);
      go.set(false);
      for (Future<?> sender : sending) {
        finished(sender);
      }
    }
    long took = longestStart;
    Process again = start();
    repeatAll();
    System.out.printf(
        "%-5d %-27s %8d %8d %8d %8d %9d%n",
        number,
        kill,
        moment,
        acknowledged.size() - before,
        unanswered.size(),
        wrong.get(),
        longestStart);
    longestStart = Math.max(took, longestStart);
    stop(again);
  }

  /** Sends new reports until told to stop; what got no answer is put aside. */
  private void sendWhile(AtomicBoolean go, Random own) {
    while (go.get()) {
      UUID id = new UUID(own.nextLong(), own.nextLong());
      String body = body(own);
      unanswered.put(id, body);
      try {
        int status = put(id, body);
        if (status == 201 || status == 200) {
          acknowledged.put(id, body);
          unanswered.remove(id);
        } else if (status < 500) {
          wrong.incrementAndGet();
          System.out.println("unexpected answer " + status);
        }
      } catch (IOException gone) {
        pauseQuietly();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What was acknowledged answers 200 to the same bytes, never 201 or 409; what was not is sent until it is. */
  private void repeatAll() throws Exception {
    for (Map.Entry<UUID, String> known : acknowledged.entrySet()) {
      if (put(known.getKey(), known.getValue()) != 200) {
        wrong.incrementAndGet();
        System.out.println("lost or changed: " + known.getKey());
      }
    }
    for (Map.Entry<UUID, String> unsure : unanswered.entrySet()) {
      int status = put(unsure.getKey(), unsure.getValue());
      if (status == 201 || status == 200) {
        acknowledged.put(unsure.getKey(), unsure.getValue());
        unanswered.remove(unsure.getKey());
      } else {
        wrong.incrementAndGet();
        System.out.println("not taken afterwards: " + status);
      }
    }
  }

  private boolean finish() throws Exception {
    Process java = start();
    Map<UUID, Integer> listed = new HashMap<>();
    String path = "/api/v1/reports?limit=200";
    while (!path.isEmpty()) {
      String page = get(path);
      Matcher ids = ID.matcher(page);
      while (ids.find()) {
        listed.merge(UUID.fromString(ids.group(1)), 1, Integer::sum);
      }
      Matcher next = NEXT.matcher(page);
      path = next.find() ? next.group(1) : "";
    }
    stop(java);
    long lost =
        acknowledged.keySet().stream().filter(id -> !listed.containsKey(id)).count();
    long doubled = listed.values().stream().filter(times -> times > 1).count();
    long unknown =
        listed.keySet().stream().filter(id -> !acknowledged.containsKey(id)).count();
    System.out.printf(
        "%d kills, %d reports acknowledged: %d lost, %d doubled, %d nobody sent, %d wrong answers; longest start %d ms%n",
        kills, acknowledged.size(), lost, doubled, unknown, wrong.get(), longestStart);
    return lost + doubled + unknown + wrong.get() == 0;
  }

  private void kill(Kill kill, Process java) throws Exception {
    switch (kill) {
      case JAVA -> end(java.toHandle());
      case BOTH -> {
        end(java.toHandle());
        endDatabase();
      }
      case DATABASE_FIRST -> {
        endDatabase();
        pause(500);
        end(java.toHandle());
      }
      case BOTH_AND_AGAIN_IN_RECOVERY -> {
        end(java.toHandle());
        endDatabase();
        Process recovering = launch();
        pause(300 + random.nextInt(2500));
        end(recovering.toHandle());
        endDatabase();
      }
    }
  }

  private void endDatabase() throws Exception {
    Path pid = data.resolve("postgres/postmaster.pid");
    if (Files.exists(pid)) {
      String first = Files.readAllLines(pid).getFirst().strip();
      var postmaster = ProcessHandle.of(Long.parseLong(first))
          .filter(process -> process.info().command().orElse("").contains("postgres"));
      if (postmaster.isPresent()) {
        end(postmaster.get());
      }
    }
  }

  private void end(ProcessHandle process) throws Exception {
    if (process.isAlive()) {
      kills++;
      process.destroyForcibly();
      process.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static void stop(Process java) throws InterruptedException {
    java.destroy();
    java.waitFor(60, TimeUnit.SECONDS);
  }

  private Process launch() throws IOException {
    Process java = new ProcessBuilder(server)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(data.resolve("../server.log").toFile()))
        .start();
    // A run that gives up leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(java::destroy));
    return java;
  }

  /** Starts the server and waits until it says that it is well. */
  private Process start() throws Exception {
    long from = System.nanoTime();
    Process java = launch();
    http = HttpClient.newHttpClient();
    while (!isUp()) {
      if (!java.isAlive() || System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("the server did not start; see server.log");
      }
      pause(50);
    }
    longestStart = Math.max(longestStart, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    return java;
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

  private int put(UUID id, String body) throws IOException, InterruptedException {
    return http.send(
            request("/api/v1/reports/" + id)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + secret);
  }

  private static String body(Random own) {
    return "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T%02d:%02d:00+01:00\",\"lon\":15.%04d,\"lat\":59.%04d,\"text\":\"rad %d\"}]}"
        .formatted(
            own.nextInt(24), own.nextInt(60), own.nextInt(9999), own.nextInt(9999), own.nextInt());
  }

  private static void finished(Future<?> sender) throws InterruptedException {
    try {
      sender.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void pauseQuietly() {
    try {
      pause(20);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}
