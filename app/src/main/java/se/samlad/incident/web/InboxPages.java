package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.incident.RowViewer;

/** {@code /handelser}: the list with the chosen row beside it; whole, or the part a script asks for. */
@Controller
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER})
class InboxPages {

  private final InboxModel inbox;
  private final Told told;
  private final Partial partial;

  InboxPages(InboxModel inbox, Told told, Partial partial) {
    this.inbox = inbox;
    this.told = told;
    this.partial = partial;
  }

  @GetMapping(InboxModel.PATH)
  String list(
      @RequestParam MultiValueMap<String, String> parameters,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    InboxRequest asked = new InboxRequest(parameters);
    try {
      model.addAttribute("page", RowViewer.as(() -> inbox.view(asked)));
    } catch (InvalidInput invalid) {
      return wrong(told.errors(invalid), model, request, response);
    }
    return shown(model, request, response);
  }

  /** A filter that cannot be read: what was wrong, over the list without a filter. */
  private String wrong(
      List<FieldError> errors,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setStatus(422);
    model.addAttribute("errors", errors);
    model.addAttribute("page", RowViewer.as(() -> inbox.view(InboxRequest.of(""))));
    return shown(model, request, response);
  }

  String shown(Model model, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Vary", "HX-Request, HX-Target");
    if (Partial.wants(request, "detalj")) {
      return "incident/_detail :: detail";
    }
    if (Partial.wants(request, "inkorg")) {
      partial.tell(model, response);
      model.addAttribute("focus", true);
      return "incident/_inbox :: inbox";
    }
    return "incident/inbox";
  }
}
