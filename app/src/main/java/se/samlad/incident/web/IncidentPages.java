package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.incident.RowViewer;

/** {@code /handelser/{id}}: one incident with its sources, text, history and likes. */
@Controller
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER})
class IncidentPages {

  private final DetailModel details;
  private final HistoryModel history;
  private final FaultModel faults;
  private final Told told;

  IncidentPages(DetailModel details, HistoryModel history, FaultModel faults, Told told) {
    this.details = details;
    this.history = history;
    this.faults = faults;
    this.told = told;
  }

  @GetMapping(InboxModel.PATH + "/{incident:[0-9a-fA-F-]{36}}")
  String show(@PathVariable("incident") UUID incident, Model model) {
    return shown(incident, model);
  }

  String shown(UUID incident, Model model) {
    RowViewer.as(() -> {
      Told.Names names = told.names();
      Detail detail = details.get(incident, names, null);
      model.addAttribute("detail", detail);
      model.addAttribute("faults", faults.of(detail.id(), names));
      model.addAttribute("categories", FilterModel.choices(names));
      model.addAttribute(
          "crumbs",
          List.of(
              new Crumb(InboxModel.PATH, told.text("incident.nav")),
              new Crumb(InboxModel.PATH + "/" + incident, detail.number())));
      model.addAttribute(
          "history",
          InboxTab.reviews(CurrentActor.get()) ? history.of(detail.id(), names) : List.of());
      return detail;
    });
    return "incident/show";
  }
}
