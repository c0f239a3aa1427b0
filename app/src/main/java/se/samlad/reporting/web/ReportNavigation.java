package se.samlad.reporting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class ReportNavigation {

  @Bean
  NavItem reportLink() {
    return NavItem.menu(
            20,
            "/rapportera",
            "reporting.nav",
            "rapportera",
            Role.REPORTER,
            Role.ORGANISATION_COORDINATOR,
            Role.GROUP_MEMBER,
            Role.COORDINATOR)
        .in(NavItem.Spot.PHONE, NavItem.Spot.TOP);
  }

  @Bean
  NavItem photoRulesLink() {
    return NavItem.admin(45, PhotoPages.RULES, "reporting.photo.rules", "foto", Role.ADMINISTRATOR);
  }

  @Bean
  NavItem queueFileLink() {
    return NavItem.menu(
        35, QueueFilePages.PATH, "reporting.file", "spara", Role.ORGANISATION_COORDINATOR);
  }
}
