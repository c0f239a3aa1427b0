package se.samlad.feedback.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.feedback.AnsweredShare;
import se.samlad.feedback.Feedback;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.FieldError;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.Measures;

/** Answers to those who report: what is told of each measure, whether its owner has approved it, and how many reports it answers. */
@Controller
@ConditionalOnWebApplication
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER})
class AnswerPages {

  private static final int WEEKS = 8;

  private final Measures measures;
  private final Feedback feedback;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final MessageSource messages;
  private final Clock clock;

  AnswerPages(
      Measures measures,
      Feedback feedback,
      Organisations organisations,
      Tenancy tenancy,
      MessageSource messages,
      Clock clock) {
    this.measures = measures;
    this.feedback = feedback;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A measure and what is told of it.
   *
   * @param field the id of its text on the page
   * @param text what is told, or what was typed
   */
  record Row(
      UUID id,
      String field,
      String number,
      String title,
      String place,
      String owner,
      String text,
      int version,
      @Nullable Instant approvedAt,
      boolean committed,
      int reports,
      boolean mayApprove) {}

  /** What the page shows; {@code share} for the EST coordinator only. */
  record Page(List<Row> waiting, List<Row> told, @Nullable AnsweredShare share) {}

  @GetMapping("/aterkoppling")
  String answers(Model model) {
    return show(model, null, "", List.of());
  }

  @PostMapping("/aterkoppling/{id}")
  String approve(
      @PathVariable("id") UUID id,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "sedd", required = false) @Nullable Integer seen,
      HttpServletResponse response,
      RedirectAttributes flash,
      Model model,
      Locale locale) {
    try {
      measures.approveText(id, seen, text);
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      var problem = invalid.problems().getFirst();
      return show(
          model,
          id,
          text,
          List.of(new FieldError(
              field(id),
              messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale))));
    }
    flash.addFlashAttribute("notice", "feedback.approved");
    return "redirect:/aterkoppling";
  }

  private String show(Model model, @Nullable UUID typedFor, String typed, List<FieldError> errors) {
    List<Measure> all = measures.list(MeasureFilter.all()).stream()
        .filter(measure -> !measure.confidential())
        .filter(measure -> measure.status() != MeasureStatus.DECLINED
            && measure.status() != MeasureStatus.CANCELLED)
        .sorted(Comparator.comparing(Measure::createdAt).reversed())
        .toList();
    // How many reports a measure answers is told to whoever sees the measure; which they are is
    // not.
    Map<UUID, Integer> reached = tenancy.readAs(
        Actor.system(CurrentActor.get().municipality()),
        () -> feedback.reached(all.stream().map(Measure::id).toList()));
    List<Row> rows = all.stream()
        .map(measure -> row(
            measure,
            measure.id().equals(typedFor) ? typed : measure.tellReporters(),
            reached.getOrDefault(measure.id(), 0)))
        .toList();
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new Page(
            rows.stream()
                .filter(row -> row.approvedAt() == null || row.id().equals(typedFor))
                .toList(),
            rows.stream()
                .filter(row -> row.approvedAt() != null && !row.id().equals(typedFor))
                .toList(),
            share().orElse(null)));
    return "feedback/answers";
  }

  private Row row(Measure measure, String text, int reports) {
    return new Row(
        measure.id(),
        field(measure.id()),
        measure.number(),
        measure.title(),
        measure.place(),
        organisations.find(measure.ownerOrg()).map(Organisation::name).orElse(""),
        text,
        measure.version(),
        measure.toldApprovedAt(),
        measure.status() != MeasureStatus.PROPOSED,
        reports,
        measures.answersFor(measure));
  }

  private Optional<AnsweredShare> share() {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    return Optional.of(feedback.answeredWithinSevenDays(today.minusWeeks(WEEKS), today));
  }

  private static String field(UUID measure) {
    return "text-" + measure;
  }
}
