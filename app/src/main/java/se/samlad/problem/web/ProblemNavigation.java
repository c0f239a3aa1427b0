package se.samlad.problem.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The link to the problems. */
@Configuration(proxyBeanMethods = false)
class ProblemNavigation {

  @Bean
  NavItem problemsLink() {
    return NavItem.menu(
        65,
        "/problem",
        "problem.nav",
        "varning",
        Role.COORDINATOR,
        Role.GROUP_MEMBER,
        Role.LEADERSHIP);
  }
}
