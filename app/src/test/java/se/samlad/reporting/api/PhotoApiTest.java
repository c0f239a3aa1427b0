package se.samlad.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.Scope;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.ReportPhotos;
import se.samlad.support.BrowserTest;
import se.samlad.support.Doors;
import se.samlad.support.TestTown;

/** Photos as they come over the wire, friendly and hostile, and who sees them afterwards. */
@BrowserTest
class PhotoApiTest {

  private static final String SECRET = "Canon EOS 59.8586N 17.6389E";

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

  @Autowired
  ReportPhotos photos;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestTown town;
  private UUID company;
  private TestTown.Person guard;
  private String token;
  private UUID report;

  @BeforeEach
  void reportReceived() throws Exception {
    town = TestTown.in(tenancy, db, catalogue).demo();
    town.area("Centrum", 0, 0);
    company = town.organisation("Lind Bevakning", "GUARD_COMPANY");
    guard = town.person(Role.REPORTER, company);
    token = tenancy.as(
        town.system(),
        () -> tokens
            .issue(company, guard.member(), "prov", Set.of(Scope.REPORTS_WRITE), null)
            .secret());
    report = UUID.randomUUID();
    decide(true, 90);
    assertThat(put("/" + report, "application/json", body()).statusCode()).isEqualTo(201);
  }

  @Test
  void photoIsReceivedOnceAndHoldsNothingOfTheFileThatWasSent() throws Exception {
    UUID photo = UUID.randomUUID();
    byte[] sent = jpeg(2400, 1200, SECRET);

    assertThat(send(UUID.randomUUID(), photo, sent).statusCode())
        .as("the report has not been received")
        .isEqualTo(404);
    assertThat(send(report, photo, sent).statusCode()).isEqualTo(201);
    HttpResponse<String> again = send(report, photo, sent);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"id\":\"" + photo + "\"");
    assertThat(send(report, photo, jpeg(10, 10, "")).statusCode()).isEqualTo(409);

    byte[] kept = tenancy.as(guard.actor(), () -> photos.open(report, photo));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(1600);
    assertThat(picture.getHeight()).isEqualTo(800);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif");
    assertThat(new Color(picture.getRGB(800, 400)).getRed()).isGreaterThan(200);
  }

  @Test
  void threePhotosAreTheMostAndNoneComeWhereTheyAreOff() throws Exception {
    for (int n = 0; n < 3; n++) {
      assertThat(send(report, UUID.randomUUID(), jpeg(20 + n, 20, "")).statusCode())
          .isEqualTo(201);
    }
    assertThat(send(report, UUID.randomUUID(), jpeg(30, 20, "")).body()).contains("högst 3 foton");
    decide(false, 90);
    HttpResponse<String> off = send(report, UUID.randomUUID(), jpeg(31, 20, ""));
    assertThat(off.statusCode()).isEqualTo(409);
    assertThat(off.body()).contains("Kommunen tar inte emot foton.");
  }

  @Test
  void whatIsNoPictureOrTooLargeIsRefusedBeforeItIsDecoded() throws Exception {
    byte[] png = encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    byte[] bomb = huge(jpeg(16, 16, ""));
    byte[] cut = java.util.Arrays.copyOf(jpeg(400, 400, ""), 300);
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        .getBytes(StandardCharsets.UTF_8);
    List<byte[]> hostile = List.of(png, bomb, cut, svg, new byte[0], new byte[] {-1, -40, -1, -39});
    long before = System.nanoTime();
    for (byte[] each : hostile) {
      HttpResponse<String> answer = send(report, UUID.randomUUID(), each);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("\"errors\"");
    }
    assertThat(send(report, UUID.randomUUID(), new byte[15 * 1024 * 1024 + 1]).statusCode())
        .isEqualTo(413);
    assertThat(put("/" + report + "/photos/" + UUID.randomUUID(), "image/svg+xml", svg)
            .statusCode())
        .isEqualTo(415);
    assertThat(System.nanoTime() - before).as("nanoseconds for all").isLessThan(10_000_000_000L);
    assertThat(tenancy.as(guard.actor(), () -> photos.of(report))).isEmpty();
  }

  @Test
  void photoIsSeenByAuthorAndCoordinatorsAloneAndEachLookIsRecorded() throws Exception {
    UUID photo = UUID.randomUUID();
    send(report, photo, jpeg(40, 40, ""));
    UUID other = town.organisation("Hyresbo", "HOUSING_COMPANY");
    UUID group = town.group("EST Centrum", true);

    var own = town.person(Role.ORGANISATION_COORDINATOR, company).actor();
    var coordinator = town.person(Role.COORDINATOR, other).actor();
    for (var who : List.of(guard.actor(), own, coordinator)) {
      assertThat(tenancy.as(who, () -> photos.open(report, photo))).isNotEmpty();
    }
    var strangers = List.of(
        town.person(Role.REPORTER, company).actor(),
        town.person(Role.ORGANISATION_COORDINATOR, other).actor(),
        town.person(Role.GROUP_MEMBER, other).inGroup(group, true).actor(),
        town.person(Role.LEADERSHIP, other).actor(),
        town.person(Role.ADMINISTRATOR, other).actor(),
        town.system());
    for (var who : strangers) {
      assertThatThrownBy(() -> tenancy.as(who, () -> photos.open(report, photo)))
          .as(who.toString())
          .isInstanceOf(NotFound.class);
      assertThat(tenancy.readAs(who, this::pictures)).as(who.toString()).isZero();
    }
    assertThat(audit("photo.read")).isEqualTo(3);
  }

  @Test
  void pictureGoesWithWithdrawalRemovalAndTheDayOfDisposal() throws Exception {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    byte[] sent = jpeg(50, 50, "");
    send(report, first, sent);
    send(report, second, jpeg(51, 50, ""));

    assertThatThrownBy(() -> tenancy.as(guard.actor(), () -> {
          photos.remove(report, first);
          return null;
        }))
        .isInstanceOf(Refused.class);
    var own = town.person(Role.ORGANISATION_COORDINATOR, company).actor();
    tenancy.as(own, () -> {
      photos.remove(report, first);
      return null;
    });
    assertThat(tenancy.readAs(own, this::pictures)).isEqualTo(1);
    assertThat(send(report, first, sent).statusCode())
        .as("a repeat brings nothing back")
        .isEqualTo(200);
    assertThat(tenancy.readAs(own, this::pictures)).isEqualTo(1);

    town.asSystem(() -> db.sql(
            "update samlad.report_photo_receipt set received_at = received_at - interval '31 days'")
        .update());
    assertThat(tenancy.as(town.system(), photos::dispose))
        .as("kept for 90 days")
        .isZero();
    decide(true, 30);
    assertThat(tenancy.as(town.system(), photos::dispose)).isEqualTo(1);
    assertThat(tenancy.readAs(own, this::pictures)).isZero();

    UUID third = UUID.randomUUID();
    send(report, third, jpeg(52, 50, ""));
    assertThat(tenancy.readAs(own, this::pictures)).isEqualTo(1);
    post("/" + report + "/withdrawal", "{\"id\":\"" + UUID.randomUUID() + "\"}");
    assertThat(tenancy.readAs(own, this::pictures)).isZero();
    assertThat(send(report, UUID.randomUUID(), jpeg(53, 50, "")).statusCode()).isEqualTo(409);
  }

  private void decide(boolean taken, int days) {
    var administrator = town.person(Role.ADMINISTRATOR, company).actor();
    tenancy.as(administrator, () -> {
      photos.decide(new ReportPhotos.Rules(taken, days));
      return null;
    });
  }

  private int pictures() {
    return db.sql("select count(*) from samlad.report_photo")
        .query(Integer.class)
        .single();
  }

  private int audit(String verb) {
    return tenancy.readAs(
        town.person(Role.DATA_PROTECTION, company).actor(),
        () -> db.sql("select count(*) from samlad.audit_entry where verb = :verb")
            .param("verb", verb)
            .query(Integer.class)
            .single());
  }

  /** A red picture with a comment of the camera's in it. */
  private static byte[] jpeg(int width, int height, String comment) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    byte[] plain = encoded(picture, "jpg");
    byte[] words = ("Exif\0\0" + comment).getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 2);
    bytes.write(new byte[] {-1, -31, 0, (byte) (words.length + 2)});
    bytes.write(words);
    bytes.write(plain, 2, plain.length - 2);
    bytes.write(("tail " + comment).getBytes(StandardCharsets.ISO_8859_1));
    return bytes.toByteArray();
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return bytes.toByteArray();
  }

  /** The same file, whose head says 60,000 by 60,000 pixels. */
  private static byte[] huge(byte[] jpeg) {
    for (int at = 2; at < jpeg.length - 8; at++) {
      if (jpeg[at] == -1 && jpeg[at + 1] == -64) {
        for (int side = at + 5; side < at + 9; side += 2) {
          jpeg[side] = (byte) 0xea;
          jpeg[side + 1] = 0x60;
        }
        return jpeg;
      }
    }
    throw new IllegalStateException("no frame in the picture");
  }

  private static byte[] body() {
    return ("{\"incidents\":[{\"category\":\"KLOTTER\",\"from\":\"2026-11-20T21:40:00+01:00\","
            + TestTown.POINT + "}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(UUID to, UUID photo, byte[] jpeg) throws Exception {
    return put("/" + to + "/photos/" + photo, "image/jpeg", jpeg);
  }

  private HttpResponse<String> put(String path, String type, byte[] content) throws Exception {
    return http.send(
        request(path, type).PUT(HttpRequest.BodyPublishers.ofByteArray(content)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void post(String path, String json) throws Exception {
    HttpResponse<String> answer = http.send(
        request(path, "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(URI.create(doors.address() + "/api/v1/reports" + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", "sv")
        .header("Content-Type", type);
  }
}
