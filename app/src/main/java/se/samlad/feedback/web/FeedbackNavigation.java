package se.samlad.feedback.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class FeedbackNavigation {

  @Bean
  NavItem myReportsLink() {
    return NavItem.menu(25, "/mina-rapporter", "feedback.mine.title", "rapporter", Role.REPORTER)
        .in(NavItem.Spot.PHONE);
  }

  @Bean
  NavItem answersLink() {
    return NavItem.menu(
        75,
        "/aterkoppling",
        "feedback.answers.nav",
        "svar",
        Role.COORDINATOR,
        Role.ORGANISATION_COORDINATOR,
        Role.GROUP_MEMBER);
  }
}
