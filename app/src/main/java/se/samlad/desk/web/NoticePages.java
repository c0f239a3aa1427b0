package se.samlad.desk.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.web.NavItem;

/** {@code /notiser}: what the system has told the viewer. Everything sent as mail stands here too, mail server or not. */
@Controller
class NoticePages {

  private final Outbox outbox;

  NoticePages(Outbox outbox) {
    this.outbox = outbox;
  }

  @Bean
  static NavItem noticesLink() {
    return new NavItem(
        890,
        "/notiser",
        "dispatch.notices.title",
        "klocka",
        Set.of(NavItem.Spot.TOP),
        roles -> !roles.isEmpty());
  }

  @GetMapping("/notiser")
  String show(Model model) {
    if (CurrentActor.find().isEmpty()) {
      throw new NotFound("notices");
    }
    model.addAttribute("notices", outbox.own());
    return "desk/notices";
  }

  @PostMapping("/notiser/lasta")
  String read() {
    outbox.read();
    return "redirect:/notiser";
  }
}
