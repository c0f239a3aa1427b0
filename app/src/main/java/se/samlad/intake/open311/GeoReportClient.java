package se.samlad.intake.open311;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.outgoing.Outgoing;
import se.samlad.intake.outgoing.Outgoing.Answer;
import se.samlad.intake.outgoing.Outgoing.Call;
import se.samlad.intake.outgoing.Outgoing.Pace;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;

/** Asks a GeoReport v2 server. */
@Component
class GeoReportClient {

  private static final Pace PACE = new Pace(1, 1_200);

  private final Outgoing outgoing;
  private final Clock clock;

  GeoReportClient(Outgoing outgoing, Clock clock) {
    this.outgoing = outgoing;
    this.clock = clock;
  }

  GeoReport.Requests since(MunicipalityId municipality, Feed feed, Instant from, Instant to) {
    return GeoReport.requests(get(
        municipality,
        feed,
        "/requests.json",
        Map.of(
            "start_date", from.truncatedTo(ChronoUnit.SECONDS).toString(),
            "end_date", to.truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  GeoReport.Requests of(MunicipalityId municipality, Feed feed, List<String> ids) {
    return GeoReport.requests(get(
        municipality, feed, "/requests.json", Map.of("service_request_id", String.join(",", ids))));
  }

  List<GeoReport.Service> services(MunicipalityId municipality, Feed feed) {
    return GeoReport.services(get(municipality, feed, "/services.json", Map.of()));
  }

  byte[] token(MunicipalityId municipality, Feed feed, String token) {
    return get(municipality, feed, "/tokens/" + encoded(token) + ".json", Map.of());
  }

  /** Sends a fault once; whatever is answered comes back. */
  Answer post(MunicipalityId municipality, Feed feed, Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    if (!feed.setting("jurisdiction").isEmpty()) {
      form.put("jurisdiction_id", feed.setting("jurisdiction"));
    }
    return outgoing.send(new Call(municipality, at(feed, "/requests.json"), form, PACE));
  }

  private byte[] get(
      MunicipalityId municipality, Feed feed, String path, Map<String, String> query) {
    Map<String, String> all = new TreeMap<>(query);
    if (!feed.setting("jurisdiction").isEmpty()) {
      all.put("jurisdiction_id", feed.setting("jurisdiction"));
    }
    String asked = all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
    Answer answer = outgoing.send(
        Call.get(municipality, at(feed, path + (asked.isEmpty() ? "" : "?" + asked)), PACE));
    if (answer.good()) {
      return answer.body();
    }
    OutgoingFailure failure =
        OutgoingFailure.of(Kind.ANSWER, "feed.failure.status", answer.status());
    throw answer
        .retryAfter()
        .map(seconds -> failure.notBefore(clock.instant().plusSeconds(seconds)))
        .orElse(failure);
  }

  private static URI at(Feed feed, String path) {
    String base = feed.address().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
