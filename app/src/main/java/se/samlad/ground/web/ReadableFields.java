package se.samlad.ground.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.ground.storage.InvalidInput;

/**
 * Refuses a field or parameter that no text can hold: NUL, which PostgreSQL does not store, half a surrogate pair, and bytes that are not
 * UTF-8. Asked once here, after rights and before any handler, so that no handler has to.
 */
@Component
class ReadableFields implements HandlerInterceptor, WebMvcConfigurer {

  private static final int AFTER_RIGHTS = 10;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(AFTER_RIGHTS);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return true;
    }
    requireUtf8(request.getQueryString());
    request.getParameterMap().forEach((name, values) -> {
      if (!isText(name)) {
        throw new InvalidInput("", "web.error.unreadable", "");
      }
      for (String value : values) {
        if (!isText(value)) {
          throw new InvalidInput(name, "web.error.unreadable", name);
        }
      }
    });
    return true;
  }

  /** The container tells that something was no UTF-8, but not where; in the query it still stands as it was sent. */
  private static void requireUtf8(@Nullable String query) {
    if (query == null) {
      return;
    }
    for (String pair : query.split("&")) {
      String value = pair.substring(pair.indexOf('=') + 1);
      try {
        byte[] bytes = URLDecoder.decode(value, StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException | IllegalArgumentException notText) {
        String name = pair.replaceFirst("=.*", "").replaceAll("[^A-Za-z0-9._-]", "");
        throw new InvalidInput(name, "web.error.unreadable", name);
      }
    }
  }

  private static boolean isText(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
