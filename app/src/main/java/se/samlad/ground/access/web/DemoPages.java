package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.session.Door;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;

/** Walks in through a role card of a demo municipality. The page with the cards is the demo module's. */
@Controller
class DemoPages {

  private final Municipalities municipalities;
  private final Members members;
  private final Tenancy tenancy;
  private final Door door;
  private final Audit audit;

  DemoPages(
      Municipalities municipalities, Members members, Tenancy tenancy, Door door, Audit audit) {
    this.municipalities = municipalities;
    this.members = members;
    this.tenancy = tenancy;
    this.door = door;
    this.audit = audit;
  }

  @PostMapping("/demo/{role}")
  String enter(
      @PathVariable String role,
      @RequestParam(required = false) @Nullable String kommun,
      @RequestParam(defaultValue = "") String till,
      HttpServletRequest request) {
    DemoRole chosen = DemoRole.find(role).orElseThrow(() -> new NotFound("demo role"));
    Municipality municipality = demo(kommun);
    UUID member = tenancy.as(Actor.system(municipality.id()), () -> {
      UUID found = members.findDemo(chosen).orElseThrow(() -> new NotFound("demo role"));
      audit.record("login.demo", "member", found);
      return found;
    });
    door.open(request, municipality.id(), member, Door.Way.ROLE_CARD);
    return "redirect:" + (till.isEmpty() ? start(chosen) : LoginPages.inside(till));
  }

  private static String start(DemoRole role) {
    return role == DemoRole.VAKTARE || role == DemoRole.RAPPORTOR ? "/rapportera" : "/";
  }

  private Municipality demo(@Nullable String slug) {
    Optional<Municipality> found = demos().stream()
        .filter(municipality -> slug == null || municipality.slug().equals(slug))
        .findFirst();
    return found.orElseThrow(() -> new NotFound("demo municipality"));
  }

  private List<Municipality> demos() {
    return municipalities.list().stream().filter(Municipality::demo).toList();
  }
}
