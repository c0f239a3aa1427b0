package se.samlad.ground.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class WebNavigation {

  @Bean
  NavItem settingsLink() {
    return new NavItem(
        900, "/jag", "web.nav.settings", "roll", Set.of(NavItem.Spot.TOP), held -> true);
  }
}
