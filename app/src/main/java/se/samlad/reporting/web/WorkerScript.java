package se.samlad.reporting.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The service worker, with the addresses of the files the form needs: when one of them changes, so does the worker, and phones renew. */
@RestController
@ConditionalOnWebApplication
class WorkerScript {

  private static final List<String> FILES =
      List.of("/css/rapport.css", "/js/rapport/rapport.js", "/ikoner/ikoner.svg");
  private static final List<String> MORE = List.of(
      "/js/rapport/mer.js", "/js/rapport/byt.js", "/js/rapport/foto.js", "/css/rapport-foto.css");
  private static final String QUEUE = "/js/rapport/bakgrund.js";
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private final ResourceUrlProvider addresses;

  WorkerScript(ResourceUrlProvider addresses) {
    this.addresses = addresses;
  }

  @GetMapping("/sw.js")
  ResponseEntity<String> worker() {
    String script = source()
        .replace("$FILES", "[" + addresses(FILES) + "]")
        .replace("$MORE", "[" + addresses(MORE) + "]")
        .replace("$QUEUE", addresses(List.of(QUEUE)));
    String version = DigestUtils.md5DigestAsHex(script.getBytes(StandardCharsets.UTF_8));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(SCRIPT)
        .body(script.replace("$VERSION", version.substring(0, 12)));
  }

  private String addresses(List<String> files) {
    return files.stream()
        .map(addresses::getForLookupPath)
        .map(Objects::requireNonNull)
        .map(address -> "'" + address + "'")
        .collect(Collectors.joining(", "));
  }

  private static String source() {
    try {
      return new ClassPathResource("reporting/sw.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
