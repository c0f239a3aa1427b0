package se.samlad.ground.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every answer of the API that has no ETag of its own one made of its bytes, so that a program which asks again with
 * {@code If-None-Match} gets 304 and no body. The answer is worked out all the same: what is saved is the way to the reader. Nobody
 * between the two may keep a copy, as the answer depends on whose token it was.
 */
final class EntityTags extends OncePerRequestFilter {

  private static final int BYTES = 16;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, kept);
    if (kept.getStatus() == HttpStatus.OK.value() && !kept.isCommitted()) {
      if (!kept.containsHeader(HttpHeaders.CACHE_CONTROL)) {
        kept.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      }
      if (!kept.containsHeader(HttpHeaders.ETAG)
          && new ServletWebRequest(request, kept)
              .checkNotModified(digest(kept.getContentAsByteArray()))) {
        kept.resetBuffer();
      }
    }
    kept.copyBodyToResponse();
  }

  private static String digest(byte[] body) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(all, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
