package se.samlad.ground.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts the frame together for the request of this thread; a page outside any request, as a mail, gets an empty one. */
@Component
class Frames {

  private static final Logger LOG = LoggerFactory.getLogger(Frames.class);

  private final ObjectProvider<FrameSource> source;
  private final List<NavItem> items;
  private final Map<String, NavCount> counts;
  private final PreferenceCookie preferences;
  private final String version;

  Frames(
      ObjectProvider<FrameSource> source,
      ObjectProvider<NavItem> items,
      ObjectProvider<NavCount> counts,
      PreferenceCookie preferences,
      ObjectProvider<BuildProperties> build) {
    this.source = source;
    this.items = items.stream().toList();
    this.counts = counts.stream().collect(Collectors.toMap(NavCount::path, Function.identity()));
    this.preferences = preferences;
    BuildProperties properties = build.getIfAvailable();
    String built = properties == null ? null : properties.getVersion();
    this.version = built == null ? "" : built;
  }

  FrameModel model() {
    if (!(RequestContextHolder.getRequestAttributes()
        instanceof ServletRequestAttributes current)) {
      return new FrameModel(Frame.empty(), items, counts, "", Preferences.defaults(), version);
    }
    HttpServletRequest request = current.getRequest();
    return new FrameModel(frame(), items, counts, path(request), preferences.of(request), version);
  }

  /** An error page must come out even when the database is away, so a failing source leaves an empty frame. */
  private Frame frame() {
    FrameSource present = source.getIfAvailable();
    if (present == null) {
      return Frame.empty();
    }
    try {
      return present.frame();
    } catch (RuntimeException failure) {
      LOG.warn("the frame could not be read, the page is shown without it", failure);
      return Frame.empty();
    }
  }

  private static String path(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original == null ? request.getRequestURI() : original.toString();
  }
}
