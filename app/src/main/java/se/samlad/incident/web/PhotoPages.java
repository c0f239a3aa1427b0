package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.Incidents;
import se.samlad.incident.SourcePhotos;

/** {@code /handelser/{id}/foto/{source}/{photo}}: one photo, opened by a click of its own. Each opening of the picture is recorded. */
@Controller("incidentPhotoPages")
@RequestMapping("/handelser/{incident}/foto/{source}/{photo}")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class PhotoPages {

  private final SourcePhotos photos;
  private final Incidents incidents;
  private final Told told;

  PhotoPages(SourcePhotos photos, Incidents incidents, Told told) {
    this.photos = photos;
    this.incidents = incidents;
    this.told = told;
  }

  @GetMapping
  String show(
      @PathVariable("incident") UUID incident,
      @PathVariable("source") UUID source,
      @PathVariable("photo") UUID photo,
      Model model) {
    IncidentRow row =
        incidents.find(incident).orElseThrow(() -> new NotFound("incident " + incident));
    if (!photos.has(incident, source, photo)) {
      throw new NotFound("photo " + photo);
    }
    String own = InboxModel.PATH + "/" + incident;
    model.addAttribute("address", own + "/foto/" + source + "/" + photo);
    model.addAttribute("back", own);
    model.addAttribute(
        "crumbs",
        List.of(
            new Crumb(InboxModel.PATH, told.text("incident.nav")),
            new Crumb(own, row.number()),
            new Crumb("", told.text("incident.photo.title"))));
    return "incident/photo";
  }

  /** The picture itself, for this one look: kept nowhere on the way. */
  @GetMapping("/bild")
  ResponseEntity<byte[]> picture(
      @PathVariable("incident") UUID incident,
      @PathVariable("source") UUID source,
      @PathVariable("photo") UUID photo) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=foto.jpg")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(photos.open(incident, source, photo));
  }

  @PostMapping("/bort")
  String remove(
      @PathVariable("incident") UUID incident,
      @PathVariable("source") UUID source,
      @PathVariable("photo") UUID photo,
      RedirectAttributes flash) {
    photos.remove(incident, source, photo);
    flash.addFlashAttribute("notice", "incident.photo.removed");
    return "redirect:" + InboxModel.PATH + "/" + incident;
  }
}
