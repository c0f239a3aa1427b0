package se.samlad.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser for the tests: keeps its session cookie, takes the token out of the page's form and sends it along. */
@TestComponent
@Scope("prototype")
public class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvc mvc;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private @Nullable String token;

  Browser(MockMvc mvc) {
    this.mvc = mvc;
  }

  public MvcResult open(String address) throws Exception {
    MvcResult page = send(get(address).accept(MediaType.TEXT_HTML));
    Matcher found = TOKEN.matcher(page.getResponse().getContentAsString());
    if (found.find()) {
      token = found.group(1);
    }
    return page;
  }

  /** Sends a form: fields as name, value, name, value. */
  public MvcResult submit(String address, String... fields) throws Exception {
    MockHttpServletRequestBuilder form = post(address).accept(MediaType.TEXT_HTML);
    if (token != null) {
      form.param("_csrf", token);
    }
    for (int i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    return send(form);
  }

  public MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    MvcResult result = mvc.perform(request).andReturn();
    for (Cookie cookie : result.getResponse().getCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie);
      }
    }
    return result;
  }

  public String text(String address) throws Exception {
    return open(address).getResponse().getContentAsString();
  }

  public int status(String address) throws Exception {
    return open(address).getResponse().getStatus();
  }

  public String session() {
    Cookie cookie = cookies.get("samlad");
    assertThat(cookie).as("session cookie").isNotNull();
    return cookie.getValue();
  }

  /** Puts a session id in the browser, as an attacker would. */
  void plant(String session) {
    cookies.put("samlad", new Cookie("samlad", session));
  }

  String csrfToken() {
    assertThat(token).as("token of the last form").isNotNull();
    return token;
  }
}
