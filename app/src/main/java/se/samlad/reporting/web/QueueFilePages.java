package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.reporting.QueueFiles;

/** {@code /rapporter/fran-fil}: the coordinator takes in what a reporter's phone could not send. */
@Controller
@RequiresRole(Role.ORGANISATION_COORDINATOR)
class QueueFilePages {

  static final String PATH = "/rapporter/fran-fil";

  private final QueueFiles files;
  private final Organisations organisations;
  private final FormSentences sentences;

  QueueFilePages(QueueFiles files, Organisations organisations, FormSentences sentences) {
    this.files = files;
    this.organisations = organisations;
    this.sentences = sentences;
  }

  @GetMapping(PATH)
  String form(Model model) {
    return show(model, "", List.of());
  }

  @PostMapping(PATH)
  String take(
      @RequestParam(required = false) @Nullable MultipartFile fil,
      @RequestParam(defaultValue = "") String organisation,
      Model model,
      HttpServletResponse response)
      throws IOException {
    try {
      byte[] file = fil == null ? new byte[0] : fil.getInputStream().readNBytes(5_000_001);
      return show(model, organisation, told(files.take(file, organisation(organisation))));
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      model.addAttribute("errors", sentences.of(invalid));
      return show(model, organisation, List.of());
    }
  }

  private String show(Model model, String chosen, List<String> lines) {
    model.addAttribute("organisations", choices());
    model.addAttribute("chosen", chosen);
    model.addAttribute("lines", lines);
    return "reporting/file";
  }

  private List<Choice> choices() {
    return organisations.list().stream()
        .filter(organisation -> CurrentActor.get().coordinates(organisation.id()))
        .map(organisation -> new Choice(organisation.id().toString(), organisation.name()))
        .toList();
  }

  /** The one there is, when there is no choice. */
  private UUID organisation(String said) {
    List<Choice> choices = choices();
    return choices.stream()
        .filter(choice -> choices.size() == 1 || choice.value().equals(said))
        .findFirst()
        .map(choice -> UUID.fromString(choice.value()))
        .orElseThrow(() -> new InvalidInput("organisation", "input.organisation.which"));
  }

  private List<String> told(List<QueueFiles.Line> lines) {
    return lines.stream()
        .map(line -> sentences.text("reporting.file.report", line.reference()) + ": "
            + sentences.text("reporting.file." + line.result(), why(line.why())))
        .toList();
  }

  private String why(@Nullable InputProblem problem) {
    return problem == null
        ? ""
        : sentences.text(problem.messageKey(), problem.arguments().toArray());
  }
}
