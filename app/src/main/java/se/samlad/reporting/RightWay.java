package se.samlad.reporting;

import java.net.URI;

/**
 * Where to turn with what is not a report (Swedish: rätt väg).
 *
 * @param phone as it is written, or empty
 * @param link an https address, or empty
 */
public record RightWay(String sv, String en, String phone, String link) {

  public String text(String language) {
    return language.startsWith("en") ? en : sv;
  }

  /** The number as a telephone takes it. */
  public String dialled() {
    return phone.replaceAll("[^+0-9]", "");
  }

  /** What the link is called: whose it is. */
  public String host() {
    String host = link.isEmpty() ? "" : URI.create(link).getHost();
    return host == null ? link : host;
  }
}
