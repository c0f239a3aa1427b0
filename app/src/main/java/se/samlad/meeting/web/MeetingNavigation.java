package se.samlad.meeting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** The link to the meetings. */
@Configuration(proxyBeanMethods = false)
class MeetingNavigation {

  @Bean
  NavItem meetingsLink() {
    return NavItem.menu(
        60, "/moten", "meeting.nav", "moten", Role.COORDINATOR, Role.GROUP_MEMBER, Role.LEADERSHIP);
  }
}
