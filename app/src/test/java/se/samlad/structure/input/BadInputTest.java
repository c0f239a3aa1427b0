package se.samlad.structure.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.demo.Demo;
import se.samlad.ground.access.ApiToken;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestDatabase;

/**
 * Bad input at every address the controllers declare, so that a new one cannot be forgotten: each field in turn with NUL, with bytes that
 * are no UTF-8 and with far too much, and all fields missing or nonsense. Each answer is a refusal and never a failure, nothing is
 * written, and a form that is shown again holds what was typed. Sent by somebody with every role in the demo town.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private static final String TYPED = "Skrivet länge";
  private static final String LONG = TYPED + "x".repeat(120_000);

  /** Fields of the operations that read whatever is sent. */
  private static final Map<String, List<String>> SEARCHED = Map.of(
      "GET /analys",
          List.of("vecka", "fran", "till", "omrade", "kategori", "kalla", "dag", "timme", "cell"),
      "GET /handelser",
          List.of(
              "vecka",
              "fran",
              "till",
              "tid",
              "kand",
              "granskning",
              "omrade",
              "kategori",
              "kalla",
              "dag",
              "timme",
              "text",
              "flik",
              "efter",
              "h"),
      "GET /handelser/export.csv",
          List.of("vecka", "fran", "till", "omrade", "kategori", "text", "flik"),
      "GET /karta/handelser/{z}/{x}/{y}.mvt", List.of("vecka", "omrade", "kategori", "text"),
      "GET /karta/hotspots.json", List.of("vecka", "omrade"),
      "GET /karta/omraden.json", List.of("vecka", "omrade", "kategori"),
      "GET /api/v1/incidents",
          List.of(
              "week",
              "from",
              "to",
              "by",
              "knownAt",
              "review",
              "area",
              "category",
              "organisation",
              "weekday",
              "hours",
              "text",
              "limit",
              "cursor"),
      "POST /rapportera",
          List.of(
              "id",
              "kategori",
              "nar",
              "fran",
              "till",
              "oppnad",
              "plats",
              "lon",
              "lat",
              "omrade",
              "text",
              "allvar",
              "organisation"),
      "POST /rapportera/tack/{id}/andra",
          List.of(
              "request",
              "kategori",
              "nar",
              "fran",
              "till",
              "plats",
              "lon",
              "lat",
              "omrade",
              "text",
              "allvar"),
      "POST /lagesbilder/{grupp}/{period}/block/{block}",
          List.of("bild", "revision", "text", "klart", "rad"));

  /** Fields of the lists and wizards whose rows are numbered. */
  private static final Map<String, List<String>> NUMBERED = Map.of(
      "POST /admin/lagen",
          List.of("namn0", "namnEn0", "ton0", "villkor0", "informera0", "timmar0", "mote0", "kod0"),
      "POST /handelser/import/{id}/kategorier", List.of("ord_0", "kat_0"),
      "POST /handelser/import/{id}/uppstallning",
          List.of("blir", "system", "namn", "kodning", "avgransare", "rubrikrad", "delas"),
      "POST /min-organisation/{organisation}/checklista", List.of("rad0", "kategori0"),
      "POST /rapportera/utbildning", List.of("fraga0", "fraga1"));

  private static final Map<String, List<String>> OPEN = Stream.of(SEARCHED, NUMBERED)
      .flatMap(each -> each.entrySet().stream())
      .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Fields of free text, which the form holds when it is shown again. */
  private static final Map<String, List<String>> KEPT = Map.of(
      "POST /atgarder/ny", List.of("rubrik", "plats", "mal", "svar"),
      "POST /atgarder/{id}/avbojan", List.of("skal"),
      "POST /lagesbilder/kalender", List.of("titel", "dag"),
      "POST /rapportera", List.of("text"),
      "POST /tillganglighet/brist", List.of("brist"));

  private static final List<String> NONSENSE = List.of("fel-v%C3%A4rde", "2199-01-01", "1e400");

  /** Would end the visit or build the town anew. */
  private static final Set<String> LEFT_OUT = Set.of("POST /logga-ut", "POST /demo/aterstall");

  @Autowired
  Doors doors;

  @Autowired
  Demo demo;

  @Autowired
  TestDatabase.Database database;

  @Autowired
  Municipalities municipalities;

  @Autowired
  Members members;

  @Autowired
  ApiTokens tokens;

  @Autowired
  Tenancy tenancy;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private final HttpClient http = HttpClient.newHttpClient();
  private MunicipalityId town;
  private UUID member;
  private String secret;
  private SingleConnectionDataSource connection;
  private JdbcClient owner;
  private Visitor visitor;
  private Addresses addresses;

  @BeforeAll
  void enter() throws Exception {
    demo.open();
    connection = new SingleConnectionDataSource(database.asOwner(), true);
    owner = JdbcClient.create(connection);
    town = municipalities.find(Demo.LINDESTA).orElseThrow();
    member = tenancy
        .readAs(Actor.system(town), () -> members.findDemo(DemoRole.SAMORDNARE))
        .orElseThrow();
    giveEveryRole();
    secret = tenancy.as(
        Actor.system(town),
        () -> tokens
            .issue(new ApiToken(
                Ids.next(),
                organisation(),
                member,
                "prov",
                EnumSet.allOf(Scope.class),
                100_000,
                100_000,
                java.time.Instant.now(),
                null,
                null))
            .secret());
    UUID report = UUID.randomUUID();
    assertThat(api("PUT", "/api/v1/reports/" + report, "application/json", """
        {"incidents":[{"category":"KLOTTER","from":"2026-11-20T21:40:00+01:00","lon":15.0,"lat":59.0}],"organisation":"%s"}
        """.formatted(
                    organisation())
                .getBytes(StandardCharsets.UTF_8))
            .statusCode())
        .isEqualTo(201);
    visitor = new Visitor(doors.address(), Demo.LINDESTA, DemoRole.SAMORDNARE);
    addresses = new Addresses(owner, town.value(), report);
  }

  @AfterAll
  void leave() {
    owner
        .sql(
            "delete from samlad.member_role where municipality_id = :town and member_id = :member and granted_by = :member")
        .param("town", town.value())
        .param("member", member)
        .update();
    connection.destroy();
  }

  @TestFactory
  Stream<DynamicTest> everyOperationRefusesWhatItCannotTake() {
    return Operation.all(mapping).stream()
        .filter(operation -> !LEFT_OUT.contains(operation.toString()))
        .filter(operation -> !operation.pattern().startsWith("/prov"))
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> sweep(operation)));
  }

  private void sweep(Operation operation) throws Exception {
    String path = addresses.of(operation);
    List<String> fields = fields(operation);
    visitor.get("/jag"); // the token of the form is another after each sign-in
    Judge judge = new Judge(operation, owner);
    if (!fields.isEmpty()) {
      String some = fields.getFirst();
      judge.mustRefuse("bytes that are no UTF-8", send(operation, path, some + "=%FF%FE"));
      judge.mustRefuse("half a letter", send(operation, path, some + "=%C3%28"));
      boolean needsSomething = judge.mayTake("nothing", send(operation, path, ""));
      for (String field : fields) {
        judge.mustRefuse(field + " with NUL", send(operation, path, field + "=a%00b"));
        HttpResponse<String> answer = send(operation, path, field + "=" + much(operation));
        if (operation.changes() && needsSomething) {
          judge.mustRefuse(field + " too long", answer);
        } else {
          judge.mayTake(field + " too long", answer);
        }
        if (KEPT.getOrDefault(operation.toString(), List.of()).contains(field)) {
          judge.mustKeep(field, TYPED, answer);
        }
      }
      for (String nonsense : NONSENSE) {
        judge.mayTake("all " + nonsense, send(operation, path, all(fields, nonsense)));
      }
    }
    if (operation.body()) {
      for (byte[] body : Bodies.wrong()) {
        judge.mustRefuse(
            "body " + new String(body, 0, Math.min(60, body.length), StandardCharsets.UTF_8),
            operation.api()
                ? api(operation.method().name(), path, "application/json", body)
                : visitor.send(path, "application/json", body));
      }
    }
    assertThat(judge.faults()).as(operation.toString()).isEmpty();
  }

  private static String much(Operation operation) {
    return encoded(operation.changes() ? LONG : LONG.substring(0, 4000));
  }

  private static String all(List<String> fields, String value) {
    return fields.stream().map(field -> field + "=" + value).collect(Collectors.joining("&"));
  }

  private HttpResponse<String> send(Operation operation, String path, String form)
      throws Exception {
    if (operation.pattern().startsWith("/demo/")) {
      visitor.get("/demo"); // signing in again makes a new token
    }
    if (operation.api()) {
      return operation.changes()
          ? api(
              operation.method().name(),
              path,
              "multipart/form-data; boundary=x",
              Bodies.multipart(form))
          : api("GET", path + "?" + form, "", new byte[0]);
    }
    if (operation.multipart()) {
      return visitor.send(path, "multipart/form-data; boundary=x", Bodies.multipart(form));
    }
    return operation.changes() ? visitor.post(path, form) : visitor.get(path + "?" + form);
  }

  private HttpResponse<String> api(String method, String path, String type, byte[] body)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(doors.address() + path))
        .header("Authorization", "Bearer " + secret);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return http.send(
        request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<String> fields(Operation operation) {
    if (operation.open()) {
      assertThat(OPEN)
          .as("an operation that reads any field has its fields told here")
          .containsKey(operation.toString());
      return OPEN.get(operation.toString());
    }
    return operation.fields();
  }

  private UUID organisation() {
    return owner
        .sql(
            "select organisation_id from samlad.organisation where municipality_id = :town order by name limit 1")
        .param("town", town.value())
        .query(UUID.class)
        .single();
  }

  private void giveEveryRole() {
    for (Role role : Role.values()) {
      boolean within = role == Role.REPORTER || role == Role.ORGANISATION_COORDINATOR;
      owner
          .sql(
              "insert into samlad.member_role (municipality_id, member_id, role, organisation_id, granted_by)"
                  + (within
                      ? " select municipality_id, :member, :role, organisation_id, cast(:member as uuid) from samlad.organisation where municipality_id = :town"
                      : " values (:town, :member, :role, null, :member)")
                  + " on conflict do nothing")
          .param("town", town.value())
          .param("member", member)
          .param("role", role.name())
          .update();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
