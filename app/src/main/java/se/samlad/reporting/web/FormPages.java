package se.samlad.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
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
import se.samlad.ground.storage.NotFound;
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
  private final SimilarNear similar;
  private final FormSentences sentences;
  private final Clock clock;

  FormPages(
      FormModel forms,
      FormReader reader,
      SubmissionReader bodies,
      Reports reports,
      SentReports sent,
      SimilarNear similar,
      FormSentences sentences,
      Clock clock) {
    this.forms = forms;
    this.reader = reader;
    this.bodies = bodies;
    this.reports = reports;
    this.sent = sent;
    this.similar = similar;
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

  /** Sends the report; or, by the button that was pressed, adds the incident to it and goes on with one more, or takes one away. */
  @PostMapping("/rapportera")
  Object send(
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") String gor,
      Model model) {
    Typed typed = new Typed(fields);
    UUID id = id(typed);
    try {
      return switch (gor) {
        case "" -> sent(typed, id);
        case "till" -> show(model, forms.again(oneMore(typed), id), List.of());
        case "liknande" -> show(model, forms.asking(typed, id, alike(typed)), List.of());
        default -> show(model, forms.again(without(typed, gor), id), List.of());
      };
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

  private String sent(Typed typed, UUID id) {
    byte[] body = reader.report(typed, clock.instant());
    reports.receive(id, body, bodies.read(body), "PLAIN_FORM");
    return "redirect:/rapportera/tack/" + id;
  }

  private List<SimilarNear.Row> alike(Typed typed) {
    return similar.of(reader.read(reader.incident(typed, clock.instant())));
  }

  private Typed oneMore(Typed typed) {
    String incident = reader.incident(typed, clock.instant());
    List<String> added = new ArrayList<>(typed.added());
    added.add(incident);
    bodies.read(reader.report(typed, clock.instant()));
    return typed.goingOn(added);
  }

  /** Takes away the incident that {@code bort-2} names; a button that does not exist changes nothing. */
  private static Typed without(Typed typed, String gor) {
    List<String> left = new ArrayList<>();
    List<String> added = typed.added();
    for (int i = 0; i < added.size(); i++) {
      if (!gor.equals("bort-" + i)) {
        left.add(added.get(i));
      }
    }
    return typed.with(left);
  }

  @GetMapping("/rapportera/tack/{id}/andra")
  String change(@PathVariable UUID id, @RequestParam(defaultValue = "1") int nr, Model model) {
    SentReport report = sent.get(id);
    return show(model, forms.correction(report, at(report, nr)), List.of());
  }

  @PostMapping("/rapportera/tack/{id}/andra")
  Object change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int nr,
      @RequestParam Map<String, String> fields,
      Model model) {
    Typed typed = new Typed(fields);
    SentReport report = sent.get(id);
    int at = at(report, nr);
    UUID request = id(typed);
    try {
      byte[] body = reader.correction(typed, clock.instant(), request, report.items(), at);
      reports.correct(id, bodies.readCorrection(body));
      return "redirect:/rapportera/tack/" + id;
    } catch (InvalidInput invalid) {
      return again(
          model,
          forms.correctionAgain(report, at, typed, request),
          sentences.of(invalid),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** The incident's place in the report; its number in the address is the one people see. */
  private static int at(SentReport report, int nr) {
    if (nr < 1 || nr > report.items().size()) {
      throw new NotFound("incident " + nr + " of report " + report.id());
    }
    return nr - 1;
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
