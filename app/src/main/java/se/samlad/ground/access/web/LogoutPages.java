package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import se.samlad.ground.access.session.Door;

/** Out again: the session dies on the server. */
@Controller
class LogoutPages {

  private final Door door;
  private final LoginEntry entry;

  LogoutPages(Door door, LoginEntry entry) {
    this.door = door;
    this.entry = entry;
  }

  @PostMapping("/logga-ut")
  String leave(HttpServletRequest request) {
    door.close(request);
    return "redirect:" + entry.door();
  }
}
