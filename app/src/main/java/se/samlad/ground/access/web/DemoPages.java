package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

/** The role cards of a demo municipality: choose one and walk in. Where no municipality is a demo there is no such page. */
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

  /** A card: the role, where it begins, and what stands on it. */
  record Card(String code, String icon, String start) {

    private static Card of(DemoRole role) {
      return switch (role) {
        case VAKTARE -> new Card(role.code(), "mobil", "/rapportera");
        case RAPPORTOR -> new Card(role.code(), "mobil", "/rapportera");
        case SAMORDNARE -> new Card(role.code(), "handelser", "/");
        case POLIS -> new Card(role.code(), "plats", "/");
        case BOSTADSBOLAG, GRUPPMEDLEM -> new Card(role.code(), "atgarder", "/");
        case LEDNING -> new Card(role.code(), "rapporter", "/");
        case ADMINISTRATOR, DATASKYDD, DRIFT -> new Card(role.code(), "roll", "/");
      };
    }
  }

  /** What the page shows. */
  record DemoPage(
      Municipality municipality, List<Municipality> others, List<Card> cards, List<Card> more) {}

  /** The form's token is made before the page is written, so that a new session still fits in the answer's head. */
  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/demo")
  String cards(@RequestParam(required = false) @Nullable String kommun, Model model) {
    Municipality municipality = demo(kommun);
    List<DemoRole> roles = tenancy.readAs(
        Actor.system(municipality.id()),
        () -> Arrays.stream(DemoRole.values())
            .filter(role -> members.findDemo(role).isPresent())
            .toList());
    model.addAttribute(
        "page",
        new DemoPage(
            municipality,
            demos().stream().filter(other -> !other.equals(municipality)).toList(),
            roles.stream().filter(DemoRole::hasCard).map(Card::of).toList(),
            roles.stream().filter(role -> !role.hasCard()).map(Card::of).toList()));
    return "access/demo";
  }

  @PostMapping("/demo/{role}")
  String enter(
      @PathVariable String role,
      @RequestParam(required = false) @Nullable String kommun,
      HttpServletRequest request) {
    DemoRole chosen = DemoRole.find(role).orElseThrow(() -> new NotFound("demo role"));
    Municipality municipality = demo(kommun);
    UUID member = tenancy.as(Actor.system(municipality.id()), () -> {
      UUID found = members.findDemo(chosen).orElseThrow(() -> new NotFound("demo role"));
      audit.record("login.demo", "member", found);
      return found;
    });
    door.open(request, municipality.id(), member, Door.Way.ROLE_CARD);
    return "redirect:" + Card.of(chosen).start();
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
