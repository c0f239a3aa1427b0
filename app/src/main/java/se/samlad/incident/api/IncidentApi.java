package se.samlad.incident.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  IncidentAnswer.Items list(@RequestParam MultiValueMap<String, String> sent) {
    int limit = limit(sent.getFirst("limit"));
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

  private static int limit(@Nullable String text) {
    if (text == null) {
      return 50;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number outside its bounds.
    }
    throw new InvalidInput("limit", "incident.select.limit", "limit", MOST);
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
