package se.samlad.insight.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class InsightNavigation {

  @Bean
  NavItem analysisLink() {
    return NavItem.menu(
        40,
        "/analys",
        "insight.nav",
        "karta",
        Role.COORDINATOR,
        Role.GROUP_MEMBER,
        Role.ORGANISATION_COORDINATOR,
        Role.LEADERSHIP);
  }
}
