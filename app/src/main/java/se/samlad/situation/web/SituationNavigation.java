package se.samlad.situation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The link to the pictures. */
@Configuration(proxyBeanMethods = false)
class SituationNavigation {

  @Bean
  NavItem situationLink() {
    return NavItem.menu(
        50,
        "/lagesbilder",
        "situation.nav",
        "lagesbild",
        Role.COORDINATOR,
        Role.GROUP_MEMBER,
        Role.LEADERSHIP);
  }
}
