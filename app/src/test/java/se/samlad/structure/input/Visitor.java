package se.samlad.structure.input;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.ground.access.DemoRole;

/** Somebody signed in by a role card who sends whatever bytes the test likes, with a good CSRF token. */
final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;
  private String token = "";

  Visitor(String address, String slug, DemoRole role) throws IOException, InterruptedException {
    this.address = address;
    get("/demo?kommun=" + slug);
    post("/demo/" + role.code(), "kommun=" + slug);
    get("/jag");
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(page.body());
    if (found.find()) {
      token = found.group(1);
    }
    return page;
  }

  /** Sends an encoded form as it is. */
  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return client.send(
        asking(path, "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&" + form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a body that is no form; a script puts the token in a header. */
  HttpResponse<String> send(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        asking(path, type)
            .header("X-CSRF-TOKEN", token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder asking(String path, String type) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html")
        .header("Content-Type", type);
  }
}
