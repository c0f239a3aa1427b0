package se.samlad.reporting.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SentReport;
import se.samlad.reporting.SentReports;
import se.samlad.reporting.SubmissionReader;

/** The report form, sent without script: the same body as from a phone's queue, one report however often it is sent. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class FormPages {

  private static final String FORM = "reporting/form";

  private final FormModel forms;
  private final FormReader reader;
  private final SubmissionReader bodies;
  private final Reports reports;
  private final SentReports sent;
  private final FormSentences sentences;
  private final Clock clock;

  FormPages(
      FormModel forms,
      FormReader reader,
      SubmissionReader bodies,
      Reports reports,
      SentReports sent,
      FormSentences sentences,
      Clock clock) {
    this.forms = forms;
    this.reader = reader;
    this.bodies = bodies;
    this.reports = reports;
    this.sent = sent;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** The form's token is made before the page is written, so that a new session still fits in the answer's head. */
  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/rapportera")
  String form(@RequestParam(defaultValue = "") String kategori, Model model) {
    return show(model, forms.fresh(kategori), List.of());
  }

  /** The same form without anything of the reader's own, for the phone to keep; sending it takes the phone's queue. */
  @GetMapping("/rapportera/skal")
  String shell(Model model) {
    return show(model, forms.shell(), List.of());
  }

  /** The part that changes user on a shared phone; the same for everybody, so that the phone may keep it. */
  @GetMapping("/rapportera/byt-del")
  String changeUser() {
    return "reporting/change-user";
  }

  @PostMapping("/rapportera")
  Object send(@RequestParam Map<String, String> fields, Model model) {
    Typed typed = new Typed(fields);
    UUID id = id(typed);
    try {
      byte[] body = reader.report(typed, clock.instant());
      reports.receive(id, body, bodies.read(body), "PLAIN_FORM");
      return "redirect:/rapportera/tack/" + id;
    } catch (InvalidInput invalid) {
      return again(
          model, forms.again(typed, id), sentences.of(invalid), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Refused taken) {
      List<FieldError> errors = List.of(new FieldError(
          "kategori",
          sentences.text(
              taken.kind() == Refused.Kind.CONFLICT
                  ? "reporting.problem.taken"
                  : taken.messageKey())));
      return again(model, forms.again(typed, UUID.randomUUID()), errors, HttpStatus.CONFLICT);
    }
  }

  @GetMapping("/rapportera/tack/{id}/andra")
  String change(@PathVariable UUID id, Model model) {
    return show(model, forms.correction(sent.get(id)), List.of());
  }

  @PostMapping("/rapportera/tack/{id}/andra")
  Object change(@PathVariable UUID id, @RequestParam Map<String, String> fields, Model model) {
    Typed typed = new Typed(fields);
    SentReport report = sent.get(id);
    UUID request = id(typed);
    try {
      byte[] body =
          reader.correction(typed, clock.instant(), request, report.items().getFirst());
      reports.correct(id, bodies.readCorrection(body));
      return "redirect:/rapportera/tack/" + id;
    } catch (InvalidInput invalid) {
      return again(
          model,
          forms.correctionAgain(report, typed, request),
          sentences.of(invalid),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static UUID id(Typed typed) {
    String id = typed.of("id");
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? UUID.fromString(id)
        : UUID.randomUUID();
  }

  private static String show(Model model, FormModel.Page page, List<FieldError> errors) {
    model.addAttribute("page", page);
    model.addAttribute("errors", errors);
    return FORM;
  }

  private static ModelAndView again(
      Model model, FormModel.Page page, List<FieldError> errors, HttpStatus status) {
    ModelAndView view = new ModelAndView(FORM, status);
    view.addAllObjects(model.asMap());
    view.addObject("page", page);
    view.addObject("errors", errors);
    return view;
  }
}
