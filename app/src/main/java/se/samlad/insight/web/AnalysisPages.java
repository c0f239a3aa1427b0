package se.samlad.insight.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionParameters;
import se.samlad.incident.SelectionWords;
import se.samlad.insight.Hotspot;
import se.samlad.insight.Hotspots;

/** Karta och analys. Its whole state is the address. */
@Controller
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.ORGANISATION_COORDINATOR, Role.LEADERSHIP})
class AnalysisPages {

  static final int FIRST_ROWS = 25;
  static final int MORE_ROWS = 100;
  static final int MOST_ROWS = 1000;

  private static final String AUDIENCE = "som";
  private static final int MOST_WEEKS = 106;

  private final Audiences audiences;
  private final Hotspots hotspots;
  private final SelectionParameters selections;
  private final AnalysisView view;
  private final LeadershipView leadershipView;
  private final Clock clock;

  AnalysisPages(
      Audiences audiences,
      Hotspots hotspots,
      SelectionParameters selections,
      AnalysisView view,
      LeadershipView leadershipView,
      Clock clock) {
    this.audiences = audiences;
    this.hotspots = hotspots;
    this.selections = selections;
    this.view = view;
    this.leadershipView = leadershipView;
    this.clock = clock;
  }

  @GetMapping(AnalysisRequest.PATH)
  String show(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
    Audience audience = audience(parameters.getFirst(AUDIENCE));
    if (audience instanceof Audience.Leadership) {
      model.addAttribute(
          "page", leadershipView.of(parameters.getFirst(AnalysisRequest.WEEKS), locale));
      return "insight/leadership";
    }
    model.addAttribute("page", view.of(read(audience, parameters), locale));
    return "insight/analysis";
  }

  private AnalysisRequest read(Audience audience, MultiValueMap<String, String> parameters) {
    IsoWeek last = IsoWeek.of(clock.instant()).plus(-1);
    IncidentSelection selection = selections.read(
        parameters,
        SelectionWords.PAGE,
        IncidentSelection.ofWeeks(last.plus(1 - Hotspot.WEEKS), last));
    IsoWeek first = IsoWeek.of(selection.from());
    last = IsoWeek.of(selection.to().minusDays(1));
    if (first.until(last) >= MOST_WEEKS) {
      throw new InvalidInput(AnalysisRequest.WEEKS, "insight.problem.weeks", MOST_WEEKS);
    }
    selection = selection.withPeriod(first.monday(), last.monday().plusWeeks(1));
    boolean listOnly = "lista".equals(parameters.getFirst(AnalysisRequest.VIEW));
    Optional<Hotspot> place = place(parameters.getFirst(AnalysisRequest.PLACE));
    return new AnalysisRequest(
        audience,
        selection,
        place,
        kept(audience, selection, place, listOnly),
        listOnly,
        rows(parameters.getFirst(AnalysisRequest.ROWS)));
  }

  /** The parameters that say the same again; what is as usual is left out. */
  private MultiValueMap<String, String> kept(
      Audience audience, IncidentSelection selection, Optional<Hotspot> place, boolean listOnly) {
    MultiValueMap<String, String> kept =
        new LinkedMultiValueMap<>(selections.write(selection, SelectionWords.PAGE));
    kept.remove("granskning");
    if (!audience.equals(audiences.of(CurrentActor.get()))) {
      kept.set(AUDIENCE, audience.key());
    }
    place.ifPresent(hotspot -> kept.set(AnalysisRequest.PLACE, hotspot.id().toString()));
    if (listOnly) {
      kept.set(AnalysisRequest.VIEW, "lista");
    }
    return kept;
  }

  private Audience audience(@Nullable String key) {
    return key == null || key.isBlank()
        ? audiences.of(CurrentActor.get())
        : audiences
            .find(CurrentActor.get(), key)
            .orElseThrow(() -> new InvalidInput(AUDIENCE, "insight.problem.audience"));
  }

  private Optional<Hotspot> place(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hotspots
          .find(UUID.fromString(id))
          .orElseThrow(() -> new InvalidInput(AnalysisRequest.PLACE, "insight.problem.place")));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(AnalysisRequest.PLACE, "insight.problem.place");
    }
  }

  private static int rows(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return FIRST_ROWS;
    }
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_ROWS) {
      throw new InvalidInput(AnalysisRequest.ROWS, "insight.problem.rows", MOST_ROWS);
    }
    return Integer.parseInt(text);
  }
}
