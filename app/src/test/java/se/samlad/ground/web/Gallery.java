package se.samlad.ground.web;

import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.ground.storage.Role;

/** The pages of this module and every shared component on one page, without a database: for the tests here and for looking. */
@TestComponent
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
      "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
      "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
      "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
    })
@ComponentScan(
    basePackageClasses = Gallery.class,
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\.health\\..*"))
class Gallery {

  public static void main(String[] args) {
    SpringApplication.run(Gallery.class, args);
  }

  @Bean
  SecurityFilterChain everythingIsOpenHere(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
  }

  @Bean
  FrameSource frameSource() {
    return () -> new Frame(
        "Lindesta kommun",
        true,
        new Viewer("EST-samordnare", "Lindesta kommun", Set.of(Role.COORDINATOR), 2));
  }

  @Bean
  NavItem galleryLink() {
    return NavItem.menu(10, "/galleri", "web.more.title", "handelser", Role.COORDINATOR)
        .in(NavItem.Spot.PHONE);
  }

  @Bean
  NavItem closed() {
    return NavItem.menu(20, "/admin", "web.settings.title", "nyckel", Role.ADMINISTRATOR);
  }

  @Bean
  NavItem report() {
    return NavItem.menu(30, "/rapportera", "web.nav.report", "rapportera", Role.COORDINATOR)
        .in(NavItem.Spot.PHONE, NavItem.Spot.TOP);
  }

  @Bean
  NavItem search() {
    return NavItem.menu(40, "/sok", "web.search.label", "sok", Role.COORDINATOR)
        .in(NavItem.Spot.TOP);
  }

  @Bean
  NavItem notices() {
    return NavItem.menu(50, "/notiser", "web.nav.login", "klocka", Role.COORDINATOR)
        .in(NavItem.Spot.TOP);
  }

  @Bean
  NavCount waiting() {
    return new NavCount() {
      @Override
      public String path() {
        return "/galleri";
      }

      @Override
      public String messageKey() {
        return "web.pages";
      }

      @Override
      public int count() {
        return 12;
      }
    };
  }

  @Controller
  static class GalleryPage {

    @GetMapping("/galleri")
    String gallery(Model model) {
      model.addAttribute(
          "crumbs", List.of(new Crumb("/mer", "Mer"), new Crumb("/galleri", "Galleri")));
      model.addAttribute(
          "errors", List.of(new FieldError("rubrik", "Skriv en rubrik på högst 100 tecken.")));
      model.addAttribute(
          "areas", List.of(new Choice("c", "Centrum"), new Choice("n", "Norra stadsdelen")));
      return "galleri";
    }
  }
}
