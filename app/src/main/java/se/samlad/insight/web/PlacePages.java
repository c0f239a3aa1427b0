package se.samlad.insight.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Role;

/** The page of a place: everything known about one hotspot. */
@Controller
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.ORGANISATION_COORDINATOR})
class PlacePages {

  private final PlaceView view;

  PlacePages(PlaceView view) {
    this.view = view;
  }

  @GetMapping("/platser/{id}")
  String show(@PathVariable("id") UUID id, Locale locale, Model model) {
    model.addAttribute("page", view.of(id, locale));
    return "insight/place";
  }
}
