package se.samlad.reporting.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;
import se.samlad.reporting.Training;

/** {@code /utbildning}: how many reporters of each organisation are trained; names only within one's own. The administrator asks for it. */
@Controller
@RequestMapping("/utbildning")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.ADMINISTRATOR})
class TrainedPages {

  private final Training training;
  private final Organisations organisations;

  TrainedPages(Training training, Organisations organisations) {
    this.training = training;
    this.organisations = organisations;
  }

  /** An organisation of the viewer's own with its reporters. */
  record Own(String organisation, List<Training.Reporter> reporters) {}

  /** What the page shows. */
  record Page(boolean asked, boolean sets, List<Training.Share> shares, List<Own> own) {}

  @Bean
  static NavItem trainedLink() {
    return NavItem.admin(40, "/utbildning", "training.title", "bock", Role.ADMINISTRATOR);
  }

  @GetMapping
  String show(Model model) {
    Actor actor = CurrentActor.get();
    boolean all = actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
    Stream<Training.Share> shares = training.shares().stream()
        .filter(share -> all || actor.coordinates(share.organisation().id()));
    List<Own> own = organisations.list().stream()
        .filter(one -> actor.coordinates(one.id()))
        .map(one -> new Own(one.name(), training.reporters(one.id())))
        .toList();
    model.addAttribute(
        "page", new Page(training.asked(), actor.has(Role.ADMINISTRATOR), shares.toList(), own));
    return "reporting/trained";
  }

  @PostMapping
  @RequiresRole(Role.ADMINISTRATOR)
  String ask(@RequestParam(defaultValue = "nej") String krav, RedirectAttributes flash) {
    training.ask(krav.equals("ja"));
    flash.addFlashAttribute("notice", "training.saved");
    return "redirect:/utbildning";
  }
}
