package se.samlad.measure.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavCount;
import se.samlad.ground.web.NavItem;
import se.samlad.measure.Measures;

/** The link to the measures, with how many wait for whoever looks. */
@Configuration(proxyBeanMethods = false)
class MeasureNavigation {

  @Bean
  NavItem measuresLink() {
    return NavItem.menu(
        70,
        "/atgarder",
        "measure.nav",
        "atgarder",
        Role.COORDINATOR,
        Role.GROUP_MEMBER,
        Role.ORGANISATION_COORDINATOR);
  }

  @Bean
  NavCount measuresWaiting(Measures measures) {
    return new Waiting(measures);
  }

  private record Waiting(Measures measures) implements NavCount {

    @Override
    public String path() {
      return "/atgarder";
    }

    @Override
    public String messageKey() {
      return "measure.nav.count";
    }

    @Override
    public int count() {
      return CurrentActor.find()
          .filter(actor -> actor.user() != null)
          .map(actor -> measures.waitingFor(actor).size())
          .orElse(0);
    }
  }
}
