package se.samlad.incident.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.WholeNumber;
import se.samlad.incident.IncidentPage;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.RowViewer;
import se.samlad.incident.SelectionParameters;
import se.samlad.incident.SelectionWords;
import se.samlad.incident.SourceKinds;

/**
 * {@code GET /api/v1/incidents}: the rows of a selection as the token's principal may see them, newest first. Parameters are those of
 * {@link SelectionParameters} in English, with {@code limit} and {@code cursor}; without a period the last 52 weeks answer. Text, photo
 * and reporter are never here.
 */
@RestController
@RequiresScope(Scope.INCIDENTS_READ)
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
@RequestMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
class IncidentApi {

  private static final int MOST = 200;
  private static final List<String> USUAL = List.of("50");

  private final Incidents incidents;
  private final SelectionParameters parameters;
  private final SourceKinds origins;
  private final Clock clock;

  IncidentApi(
      Incidents incidents, SelectionParameters parameters, SourceKinds origins, Clock clock) {
    this.incidents = incidents;
    this.parameters = parameters;
    this.origins = origins;
    this.clock = clock;
  }

  @GetMapping
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1-200, 50 when left out")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "as in next")
  @Parameter(name = "week", in = ParameterIn.QUERY, description = "an ISO week such as 2026-W48")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "first day, 2026-11-01")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "last day")
  @Parameter(name = "by", in = ParameterIn.QUERY, description = "event or receipt")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, description = "as it was known then")
  @Parameter(name = "review", in = ParameterIn.QUERY, description = "passed, new or any")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "id or code; none is outside")
  @Parameter(name = "category", in = ParameterIn.QUERY, description = "code; may be repeated")
  @Parameter(name = "organisation", in = ParameterIn.QUERY, description = "id of a source's owner")
  @Parameter(name = "weekday", in = ParameterIn.QUERY, description = "1-7, Monday is 1")
  @Parameter(name = "hours", in = ParameterIn.QUERY, description = "from-to, such as 18-23")
  @Parameter(name = "text", in = ParameterIn.QUERY, description = "words in the place, or a number")
  IncidentAnswer.Items list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
    int limit = WholeNumber.within("limit", sent.getOrDefault("limit", USUAL).getFirst(), 1, MOST);
    Optional<IncidentPage.Place> after =
        Optional.ofNullable(sent.getFirst("cursor")).map(IncidentApi::place);
    LocalDate monday = IsoWeek.of(clock.instant()).monday();
    IncidentSelection basis = IncidentSelection.between(monday.minusWeeks(51), monday.plusWeeks(1));
    IncidentSelection selection = parameters.read(sent, SelectionWords.API, basis);
    return RowViewer.as(() -> {
      IncidentPage page = incidents.page(selection, limit, after);
      Map<UUID, SourceKinds.Origin> known = origins.all();
      return new IncidentAnswer.Items(
          page.rows().stream().map(row -> IncidentAnswer.of(row, known)).toList(),
          page.next().map(next -> next(sent, next)).orElse(null));
    });
  }

  @GetMapping("/{incident}")
  ResponseEntity<IncidentAnswer> show(@PathVariable("incident") UUID id) {
    IncidentAnswer answer = RowViewer.as(() -> {
      IncidentRow row = incidents.find(id).orElseThrow(() -> new NotFound("incident " + id));
      return IncidentAnswer.of(row, origins.all());
    });
    return ResponseEntity.ok()
        .eTag(Integer.toHexString(answer.hashCode()))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(answer);
  }

  private static IncidentPage.Place place(String word) {
    return IncidentPage.Place.parse(word)
        .orElseThrow(() -> new InvalidInput("cursor", "incident.select.cursor", "cursor"));
  }

  private static String next(MultiValueMap<String, String> sent, IncidentPage.Place place) {
    MultiValueMap<String, String> more = new LinkedMultiValueMap<>(sent);
    more.set("cursor", place.encode());
    return ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath() + "?"
        + SelectionParameters.query(more);
  }
}
