package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import se.samlad.ground.access.Entrance;
import se.samlad.ground.access.session.Door;

/** Out again: the session dies on the server. */
@Controller
class LogoutPages {

  private final Door door;
  private final Entrance entrance;

  LogoutPages(Door door, Entrance entrance) {
    this.door = door;
    this.entrance = entrance;
  }

  @PostMapping("/logga-ut")
  String leave(HttpServletRequest request) {
    door.close(request);
    return "redirect:" + entrance.path();
  }
}
