package se.samlad.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.demo.Demo;
import se.samlad.demo.Stories;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.OwnAddress;
import se.samlad.ground.web.QrCode;

/** The page one starts the demo from: role cards, stories, and the way back to the first day. Without a demo municipality there is none. */
@Controller
class DemoFront {

  private final Municipalities municipalities;
  private final Members members;
  private final Tenancy tenancy;
  private final Demo demo;
  private final Tour tour;
  private final OwnAddress address;
  private final Clock clock;
  private final boolean running;

  DemoFront(
      Municipalities municipalities,
      Members members,
      Tenancy tenancy,
      Demo demo,
      Tour tour,
      OwnAddress address,
      Clock clock,
      @Value("${samlad.demo:false}") boolean running) {
    this.municipalities = municipalities;
    this.members = members;
    this.tenancy = tenancy;
    this.demo = demo;
    this.tour = tour;
    this.address = address;
    this.clock = clock;
    this.running = running;
  }

  /** A card: the role and its picture. */
  record Card(String code, String icon) {

    private static Card of(DemoRole role) {
      return new Card(
          role.code(),
          switch (role) {
            case VAKTARE, RAPPORTOR -> "mobil";
            case SAMORDNARE -> "handelser";
            case POLIS -> "plats";
            case BOSTADSBOLAG, GRUPPMEDLEM -> "atgarder";
            case LEDNING -> "rapporter";
            case ADMINISTRATOR, DATASKYDD, DRIFT -> "roll";
          });
    }
  }

  /** Another demo municipality: {@code about} tells which sentence describes it. */
  record Other(String slug, String name, String about) {

    private static Other of(Municipality municipality) {
      String about = switch (municipality.slug()) {
        case Demo.LINDESTA -> "full";
        case Demo.THIN -> "thin";
        default -> "other";
      };
      return new Other(municipality.slug(), municipality.name(), about);
    }
  }

  /** The Mondays of the weeks the stories began. */
  record StoryWeeks(LocalDate grows, LocalDate helped, LocalDate moved, LocalDate moreEyes) {}

  /** What the page shows. */
  record DemoPage(
      Municipality municipality,
      List<Other> others,
      List<Card> cards,
      List<Card> more,
      @Nullable StoryWeeks stories,
      List<Tour.Step> tour,
      @Nullable QrCode phone,
      boolean resettable) {

    /** How many steps of the tour are done. */
    public long toured() {
      return tour.stream().filter(Tour.Step::done).count();
    }
  }

  /** The form's token is made before the page is written, so that a new session still fits in the answer's head. */
  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/demo")
  String cards(
      @RequestParam(required = false) @Nullable String kommun,
      HttpServletRequest request,
      Model model) {
    List<Municipality> demos =
        municipalities.list().stream().filter(Municipality::demo).toList();
    Municipality municipality = demos.stream()
        .filter(found -> kommun == null || found.slug().equals(kommun))
        .findFirst()
        .orElseThrow(() -> new NotFound("demo municipality"));
    List<DemoRole> roles = tenancy.readAs(
        Actor.system(municipality.id()),
        () -> Arrays.stream(DemoRole.values())
            .filter(role -> members.findDemo(role).isPresent())
            .toList());
    boolean lindesta = municipality.slug().equals(Demo.LINDESTA);
    model.addAttribute(
        "page",
        new DemoPage(
            municipality,
            demos.stream()
                .filter(other -> !other.equals(municipality))
                .map(Other::of)
                .toList(),
            roles.stream().filter(DemoRole::hasCard).map(Card::of).toList(),
            roles.stream().filter(role -> !role.hasCard()).map(Card::of).toList(),
            lindesta ? stories() : null,
            lindesta ? tour.steps(municipality, request) : List.of(),
            address.fromElsewhere().map(url -> QrCode.of(url + "/rapportera")).orElse(null),
            running));
    return "demo/front";
  }

  /** Everything anybody did in the demo is gone, the accounts too: whoever asks is let out first. */
  @PostMapping("/demo/aterstall")
  String reset(HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
    if (!running) {
      throw new NotFound("demo");
    }
    demo.reset();
    TourTrail.forget(request, response);
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    flash.addFlashAttribute("notice", "demo.reset.done");
    return "redirect:/demo";
  }

  private StoryWeeks stories() {
    IsoWeek last = demo.lastWeek().orElseGet(() -> IsoWeek.of(clock.instant()).plus(-1));
    return new StoryWeeks(
        last.plus(-Stories.GROWS).monday(),
        last.plus(-Stories.LIGHTS).monday(),
        last.plus(-Stories.CLOSED).monday(),
        last.plus(-Stories.MORE_EYES).monday());
  }
}
