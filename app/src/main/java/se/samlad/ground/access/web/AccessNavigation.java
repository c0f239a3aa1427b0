package se.samlad.ground.access.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.web.NavItem;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

  @Bean
  NavItem loginLink() {
    return new NavItem(
        910, "/logga-in", "access.login.title", "nyckel", Set.of(NavItem.Spot.TOP), Set::isEmpty);
  }
}
