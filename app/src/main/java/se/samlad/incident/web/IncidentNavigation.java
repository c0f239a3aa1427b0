package se.samlad.incident.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavCount;
import se.samlad.ground.web.NavItem;

/** The links to the pages of this module. */
@Configuration(proxyBeanMethods = false)
class IncidentNavigation {

  @Bean
  NavItem inboxLink() {
    return NavItem.menu(
        30,
        InboxModel.PATH,
        "incident.nav",
        "handelser",
        Role.COORDINATOR,
        Role.ORGANISATION_COORDINATOR,
        Role.GROUP_MEMBER);
  }

  @Bean
  NavCount inboxCount(Waiting waiting) {
    return new NavCount() {
      @Override
      public String path() {
        return InboxModel.PATH;
      }

      @Override
      public String messageKey() {
        return "incident.nav.count";
      }

      @Override
      public int count() {
        return CurrentActor.find().isEmpty() ? 0 : waiting.all();
      }
    };
  }
}
