package se.samlad.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends reports at a given pace, whatever the server answers, and measures each from the moment it was due: so that a server that stops
 * for a second shows it in every report of that second. Keeps a ledger of what was acknowledged and holds the server's list to it. Needs
 * nothing but the JDK.
 */
public final class LoadRun {

  private static final int EVERYDAY = 60;
  private static final int STORM = 250;
  private static final int OVERLOAD = 1_000;
  private static final int NO_ANSWER = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  /** What others read meanwhile, and how often a second. */
  private static final Map<String, Integer> READS = new TreeMap<>(Map.of(
      "/api/v1/incidents?limit=50", 6,
      "/api/v1/incidents?limit=200&category=KLOTTER", 2,
      "/api/v1/hotspots", 2,
      "/api/v1/categories", 3,
      "/api/v1/areas", 2));

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(30))
      .build();
  private final String address;
  private final String sends;
  private final String reads;
  private final Random random = new Random(20261127);
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, String> unsure = new ConcurrentHashMap<>();
  private final AtomicInteger wrong = new AtomicInteger();

  private LoadRun(String address, String sends, String reads) {
    this.address = address;
    this.sends = sends;
    this.reads = reads;
  }

  /** Arguments: address, token that sends, token that reads, minutes of everyday, seconds of storm and of overload. */
  public static void main(String[] arguments) throws Exception {
    LoadRun run = new LoadRun(arguments[0], arguments[1], arguments[2]);
    double minutes = Double.parseDouble(arguments[3]);
    run.warmUp();
    System.out.printf(
        "%-22s %8s %8s %8s %8s %8s %8s  %s%n",
        "phase", "sent", "per s", "p50 ms", "p95 ms", "p99 ms", "max ms", "answers");
    run.everyday((int) Math.round(minutes * 60));
    run.phase("storm", STORM, Integer.parseInt(arguments[4])).print();
    run.rest();
    run.phase("overload", OVERLOAD, Integer.parseInt(arguments[5])).print();
    run.recovery();
    boolean right = run.ledger();
    System.exit(right ? 0 : 1);
  }

  /** Answers of a kind and how long each took, in microseconds. */
  private static final class Times {

    private final String name;
    private final long began = System.nanoTime();
    private final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();

    Times(String name) {
      this.name = name;
    }

    void add(int status, long nanos) {
      answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
      if (status == 200 || status == 201) {
        taken.add(nanos / 1_000);
      }
    }

    long[] sorted() {
      return taken.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Times are those of answers 200 and 201. */
    void print() {
      long[] sorted = sorted();
      int sent = answers.values().stream().mapToInt(AtomicInteger::get).sum();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "%-22s %8d %8.1f %8.0f %8.0f %8.0f %8.0f  %s%n",
          name,
          sent,
          sorted.length / seconds,
          quantile(sorted, 0.5),
          quantile(sorted, 0.95),
          quantile(sorted, 0.99),
          quantile(sorted, 1),
          new TreeMap<>(answers));
    }

    private static double quantile(long[] sorted, double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1_000.0;
    }
  }

  /** The first hundreds of requests are read and compiled by the server for the first time; they count for the ledger alone. */
  private void warmUp() {
    phase("warm-up", 20, 10);
  }

  private void everyday(int seconds) throws InterruptedException {
    Times reading = new Times("  reading beside");
    Times repeats = new Times("  sent again");
    Thread readers = Thread.ofPlatform().start(() -> read(reading, seconds));
    Thread again = Thread.ofPlatform().start(() -> repeat(repeats, seconds));
    Times sent = phase("everyday", EVERYDAY, seconds);
    readers.join();
    again.join();
    sent.print();
    reading.print();
    repeats.print();
  }

  /** Sends so many a second for so long, by the clock; ends when all have been answered. */
  private Times phase(String name, int perSecond, int seconds) {
    Times times = new Times(name);
    List<CompletableFuture<?>> all = new ArrayList<>();
    paced(perSecond, seconds, due -> all.add(send(UUID.randomUUID(), body(), times, due)));
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    return times;
  }

  private void read(Times times, int seconds) {
    List<String> round = new ArrayList<>();
    READS.forEach((path, often) -> {
      for (int i = 0; i < often; i++) {
        round.add(path);
      }
    });
    List<CompletableFuture<?>> all = new ArrayList<>();
    AtomicInteger turn = new AtomicInteger();
    paced(round.size(), seconds, due -> {
      String path = round.get(turn.getAndIncrement() * 7 % round.size());
      all.add(ask(get(path, reads), due, times));
    });
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  /** Phones that lost the answer: ten times a second a report that was acknowledged is sent once more. */
  private void repeat(Times times, int seconds) {
    List<CompletableFuture<?>> all = new ArrayList<>();
    paced(
        10,
        seconds,
        due -> acknowledged.entrySet().stream()
            .findAny()
            .ifPresent(known -> all.add(
                ask(put(known.getKey(), known.getValue()), due, times).thenAccept(status -> {
                  if (status == 201 || status == 409) {
                    wrong.incrementAndGet();
                  }
                }))));
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  @FunctionalInterface
  private interface AtMoment {
    void run(long dueNanos);
  }

  private static void paced(int perSecond, int seconds, AtMoment each) {
    long start = System.nanoTime();
    long count = (long) perSecond * seconds;
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      each.run(due);
    }
  }

  private CompletableFuture<Void> send(UUID id, String body, Times times, long due) {
    unsure.put(id, body);
    return ask(put(id, body), due, times).thenAccept(status -> {
      if (status == 201 || status == 200) {
        acknowledged.put(id, body);
        unsure.remove(id);
      } else if (status == 429 || status == 503) {
        unsure.remove(id);
      } else if (status != NO_ANSWER) {
        wrong.incrementAndGet();
      }
    });
  }

  private CompletableFuture<Integer> ask(HttpRequest request, long due, Times times) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) -> {
          int status = failure == null ? answer.statusCode() : NO_ANSWER;
          times.add(status, System.nanoTime() - due);
          return status;
        });
  }

  private void rest() {
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
  }

  /** After the overload: how long until a whole second of ten reports is taken, each within 600 ms. */
  private void recovery() {
    long start = System.nanoTime();
    for (int second = 0; second < 120; second++) {
      Times times = phase("recovery", 10, 1);
      long[] sorted = times.sorted();
      if (sorted.length == 10 && sorted[9] <= 600_000) {
        System.out.printf(
            "well again after         %.0f s%n", (System.nanoTime() - start) / 1e9 - 1);
        return;
      }
    }
    wrong.incrementAndGet();
    System.out.println("not well again within two minutes");
  }

  /** Everything acknowledged is there once; what got no answer is sent until it is; what was sent away is not there. */
  private boolean ledger() throws Exception {
    for (Map.Entry<UUID, String> open : new HashMap<>(unsure).entrySet()) {
      int status = now(put(open.getKey(), open.getValue())).statusCode();
      if (status == 200 || status == 201) {
        acknowledged.put(open.getKey(), open.getValue());
        unsure.remove(open.getKey());
      }
    }
    Map<UUID, Integer> listed = listed();
    long lost =
        acknowledged.keySet().stream().filter(id -> !listed.containsKey(id)).count();
    long doubled = listed.values().stream().filter(times -> times > 1).count();
    System.out.printf(
        "%d acknowledged: %d lost, %d doubled, %d answered wrongly, %d never answered%n",
        acknowledged.size(), lost, doubled, wrong.get(), unsure.size());
    return lost + doubled + wrong.get() + unsure.size() == 0;
  }

  private Map<UUID, Integer> listed() throws Exception {
    Map<UUID, Integer> listed = new HashMap<>();
    String path = "/api/v1/reports?limit=200";
    while (!path.isEmpty()) {
      String page = now(get(path, sends)).body();
      Matcher ids = ID.matcher(page);
      while (ids.find()) {
        listed.merge(UUID.fromString(ids.group(1)), 1, Integer::sum);
      }
      Matcher next = NEXT.matcher(page);
      path = next.find() ? next.group(1) : "";
    }
    return listed;
  }

  private HttpResponse<String> now(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest put(UUID id, String body) {
    return request("/api/v1/reports/" + id, sends)
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest get(String path, String token) {
    return request(path, token).build();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  /** Somewhere in the demo town, during the last four weeks. */
  private String body() {
    List<String> categories = Arrays.asList("KLOTTER", "SKADEGORELSE", "NEDSKRAPNING");
    LocalDate day = LocalDate.now().minusDays(1 + random.nextInt(28));
    return "{\"incidents\":[{\"category\":\"%s\",\"from\":\"%sT%02d:%02d:00+01:00\",\"lon\":%s,\"lat\":%s,\"text\":\"Uppmätt rad %d\"}]}"
        .formatted(
            categories.get(random.nextInt(categories.size())),
            day,
            random.nextInt(24),
            random.nextInt(60),
            15 + random.nextInt(9_999) / 1e5,
            59 + random.nextInt(9_999) / 1e5,
            random.nextInt(1_000_000));
  }
}
