package se.samlad.desk.home;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.ground.access.Entrance;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The first page: the way in for those who are not signed in, the form for those who only report, home for the others. */
@Controller
class HomePages {

  private final HomeView view;
  private final Entrance entrance;

  HomePages(HomeView view, Entrance entrance) {
    this.view = view;
    this.entrance = entrance;
  }

  @Bean
  static NavItem homeLink() {
    return new NavItem(
        10,
        "/",
        "desk.home.nav",
        "hem",
        Set.of(NavItem.Spot.MENU),
        roles -> !roles.isEmpty() && !roles.equals(Set.of(Role.REPORTER)));
  }

  @GetMapping("/")
  String home(Locale locale, Model model) {
    if (SignedIn.find().isEmpty()) {
      return "redirect:" + entrance.path();
    }
    SignedIn me = SignedIn.find().orElseThrow();
    if (!me.lackingSecondFactor().isEmpty()) {
      return "redirect:/jag/sakerhet";
    }
    Actor actor = CurrentActor.get();
    if (actor.roles().equals(Set.of(Role.REPORTER))) {
      return "redirect:/rapportera";
    }
    model.addAttribute("home", view.of(actor, locale));
    return "desk/home";
  }
}
