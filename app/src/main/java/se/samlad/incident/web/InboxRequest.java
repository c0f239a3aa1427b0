package se.samlad.incident.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was asked of the inbox: parameters of the filter, and {@code flik}, {@code vald} and {@code efter}. A verb carries the query it
 * was pressed under, and leads back to it.
 */
record InboxRequest(MultiValueMap<String, String> parameters) {

  static final String TAB = "flik";
  static final String CHOSEN = "vald";
  static final String AFTER = "efter";

  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9_=&%.,+~-]{0,4000}");

  /** From the query a form carried; an empty one when it is no query. */
  static InboxRequest of(@Nullable String query) {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    if (query != null && QUERY.matcher(query).matches()) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          decoded(pair.substring(equals + 1))
              .ifPresent(value -> parameters.add(pair.substring(0, equals), value));
        }
      }
    }
    return new InboxRequest(parameters);
  }

  String tab() {
    String tab = parameters.getFirst(TAB);
    return tab == null ? "" : tab;
  }

  Optional<UUID> chosen() {
    return Optional.ofNullable(parameters.getFirst(CHOSEN)).flatMap(InboxRequest::uuid);
  }

  Optional<String> after() {
    return Optional.ofNullable(parameters.getFirst(AFTER));
  }

  InboxRequest choosing(@Nullable UUID incident) {
    MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(parameters);
    changed.remove(CHOSEN);
    if (incident != null) {
      changed.set(CHOSEN, incident.toString());
    }
    return new InboxRequest(changed);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
