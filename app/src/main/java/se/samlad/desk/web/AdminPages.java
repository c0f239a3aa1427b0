package se.samlad.desk.web;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** {@code /admin}: the way to every page that sets something up. The modules declare their own, see {@link NavItem#admin}. */
@Controller
@RequiresRole({Role.ADMINISTRATOR, Role.OPERATOR})
class AdminPages {

  @Bean
  static NavItem adminLink() {
    return NavItem.menu(200, "/admin", "web.admin", "reglage", Role.ADMINISTRATOR, Role.OPERATOR);
  }

  @GetMapping("/admin")
  String index() {
    return "desk/admin";
  }
}
