package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.incident.Review;
import tools.jackson.databind.json.JsonMapper;

/** What was done, carried over a redirect as counts and ids, and told in the status line where only a part of the page is sent. */
@Component
class Partial {

  private final Told told;
  private final JsonMapper json;

  Partial(Told told, JsonMapper json) {
    this.told = told;
    this.json = json;
  }

  /** Whether a script asks for the part of this id. */
  static boolean wants(HttpServletRequest request, String part) {
    return request.getHeader("HX-Request") != null && part.equals(request.getHeader("HX-Target"));
  }

  /** Keeps for the next page what was done and how it is taken back. */
  static void done(RedirectAttributes flash, String verb, Review.Done done) {
    flash.addFlashAttribute("doneVerb", verb);
    flash.addFlashAttribute("doneCount", done.incidents());
    flash.addFlashAttribute("doneUndo", "/handelser/gjort/" + done.deed() + "/angra");
  }

  /** Says it where the page's own status line stays as it is. */
  void tell(Model model, HttpServletResponse response) {
    Object verb = model.getAttribute("doneVerb");
    Object count = model.getAttribute("doneCount");
    Object notice = model.getAttribute("notice");
    String sentence = verb != null && count != null
        ? told.text("incident.done." + verb, count)
        : notice == null ? "" : told.text(notice.toString());
    if (!sentence.isEmpty()) {
      response.setHeader(
          "HX-Trigger", ascii(json.writeValueAsString(Map.of("meddelande", sentence))));
    }
  }

  /** Headers hold ASCII; JSON can say the rest by number. */
  private static String ascii(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return out.toString();
  }
}
