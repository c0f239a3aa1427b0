package se.samlad.reporting.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.OwnAddress;
import se.samlad.ground.web.QrCode;

/** {@code /affisch/{organisation}}: a poster for the staff room, with the form's address as a QR code. Printed from the browser. */
@Controller
@RequiresRole({Role.ORGANISATION_COORDINATOR, Role.COORDINATOR, Role.ADMINISTRATOR})
class PosterPages {

  private final Organisations organisations;
  private final Municipalities municipalities;
  private final OwnAddress address;

  PosterPages(Organisations organisations, Municipalities municipalities, OwnAddress address) {
    this.organisations = organisations;
    this.municipalities = municipalities;
    this.address = address;
  }

  /** What the poster shows; without a code when no other machine reaches this one. */
  record Page(
      String organisation, String municipality, @Nullable QrCode code) {}

  @GetMapping("/affisch/{organisation}")
  String show(@PathVariable UUID organisation, Model model) {
    Actor actor = CurrentActor.get();
    Organisation of = organisations
        .find(organisation)
        .filter(found -> actor.coordinates(found.id())
            || actor.has(Role.COORDINATOR)
            || actor.has(Role.ADMINISTRATOR))
        .orElseThrow(() -> new NotFound("organisation " + organisation));
    model.addAttribute(
        "page",
        new Page(
            of.name(),
            municipalities.get().name(),
            address.fromElsewhere().map(url -> QrCode.of(url + "/rapportera")).orElse(null)));
    return "reporting/poster";
  }
}
