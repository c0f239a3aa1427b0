package se.samlad.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;

/** Reports as a system sends them, over the wire. */
@BrowserTest
class ReportApiTest {

  @Autowired
  Doors doors;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  ApiTokens tokens;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestTown town;
  private UUID company;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
  }

  @Test
  void reportIsReceivedOnceHoweverOftenItIsSent() throws Exception {
    String token = token(Scope.REPORTS_WRITE, Scope.REPORTS_READ);
    UUID id = UUID.randomUUID();
    String body = body("Ring 070-123 45 67");

    HttpResponse<String> first = put(token, id, body);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body())
        .contains("\"status\":\"RECEIVED\"", "\"kind\":\"PHONE\"")
        .doesNotContain("070-123 45 67");
    assertThat(put(token, id, body).statusCode()).isEqualTo(200);
    assertThat(put(token, id, body("annat")).statusCode()).isEqualTo(409);
    assertThat(send(token, "GET", "/" + id, "").body()).contains("\"version\":1");

    UUID request = UUID.randomUUID();
    String correction = "{\"id\":\"" + request + "\"," + body("ny text").substring(1);
    assertThat(send(token, "POST", "/" + id + "/corrections", correction).body())
        .contains("\"version\":2");
    assertThat(
            send(token, "POST", "/" + id + "/withdrawal", "{\"id\":\"" + UUID.randomUUID() + "\"}")
                .body())
        .contains("WITHDRAWN");
  }

  @Test
  void tokenWithoutTheScopeIsRefusedAndAnothersReportIsAbsent() throws Exception {
    String writer = token(Scope.REPORTS_WRITE);
    UUID id = UUID.randomUUID();
    assertThat(put(token(Scope.REPORTS_READ), id, body("a")).statusCode()).isEqualTo(403);
    assertThat(put(writer, id, body("a")).statusCode()).isEqualTo(201);
    assertThat(send(writer, "GET", "/" + id, "").statusCode()).isEqualTo(403);

    String other = token(Scope.REPORTS_WRITE, Scope.REPORTS_READ);
    assertThat(send(other, "GET", "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(send(other, "GET", "/" + UUID.randomUUID(), "").statusCode()).isEqualTo(404);
    assertThat(put(other, id, body("a")).statusCode()).isEqualTo(409);
  }

  @Test
  void wrongFieldsAreNamedAllAtOnceAndNothingIsWritten() throws Exception {
    String token = token(Scope.REPORTS_WRITE, Scope.REPORTS_READ);
    UUID id = UUID.randomUUID();
    HttpResponse<String> answer = put(
        token,
        id,
        "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"i går\",\"lon\":1,\"lat\":2,\"severity\":9,\"text\":\"\\u0000\"}]}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body())
        .contains("incidents[0].from", "incidents[0].severity", "incidents[0].text");
    assertThat(put(token, id, "{").statusCode()).isEqualTo(422);
    assertThat(put(token, id, " ".repeat(300_000)).statusCode()).isBetween(400, 422);
    assertThat(send(token, "GET", "/" + id, "").statusCode()).isEqualTo(404);
  }

  private String token(Scope... scopes) {
    UUID principal = town.person(Role.REPORTER, company).member();
    return tenancy.as(
        town.system(),
        () -> tokens.issue(company, principal, "prov", Set.of(scopes), null).secret());
  }

  private static String body(String text) {
    return "{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T21:40:00+01:00\","
        + TestTown.POINT + ",\"text\":\"" + text + "\"}]}";
  }

  private HttpResponse<String> put(String token, UUID id, String body)
      throws IOException, InterruptedException {
    return send(token, "PUT", "/" + id, body);
  }

  private HttpResponse<String> send(String token, String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(doors.address() + "/api/v1/reports" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
