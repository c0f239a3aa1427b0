package se.samlad.reporting.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.SimilarIncidents.Sketch;

/** The part of the form that asks whether it is the same, fetched when category and place are known. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class SimilarPages {

  private final SimilarNear similar;

  SimilarPages(SimilarNear similar) {
    this.similar = similar;
  }

  @GetMapping("/rapportera/liknande")
  String near(
      @RequestParam String kategori,
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam String fran,
      @RequestParam String till,
      Model model) {
    if (!(lon >= 10 && lon <= 25 && lat >= 54.5 && lat <= 69.5)) {
      throw new InvalidInput("lon", "input.place.outside");
    }
    if (!kategori.matches("[A-Z0-9_]{2,60}")) {
      throw new InvalidInput("kategori", "reporting.problem.category");
    }
    Instant from =
        SimilarNear.moment(fran).orElseThrow(() -> new InvalidInput("fran", "input.time"));
    Instant to = SimilarNear.moment(till).orElseThrow(() -> new InvalidInput("till", "input.time"));
    List<SimilarNear.Row> rows = similar.of(new Sketch(kategori, from, to, lon, lat));
    model.addAttribute("similar", rows);
    return "reporting/similar";
  }
}
