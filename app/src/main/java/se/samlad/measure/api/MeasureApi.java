package se.samlad.measure.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.web.WholeNumber;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.Measures;

/** Measures for programs, as the token's principal may see them; read only. */
@RestController
@RequestMapping(path = "/api/v1/measures", produces = MediaType.APPLICATION_JSON_VALUE)
class MeasureApi {

  private static final int MOST = 200;
  private static final int FURTHEST = 1_000_000;

  private final Measures measures;

  MeasureApi(Measures measures) {
    this.measures = measures;
  }

  @RequiresScope(Scope.MEASURES_READ)
  @GetMapping
  Map<String, Object> measures(
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "offset", defaultValue = "0") String offset) {
    int most = WholeNumber.within("limit", limit, 1, MOST);
    int from = WholeNumber.within("offset", offset, 0, FURTHEST);
    List<Measure> found = measures.page(MeasureFilter.all(), most + 1, from);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", found.stream().limit(most).map(MeasureApi::told).toList());
    page.put(
        "next",
        found.size() > most ? "/api/v1/measures?limit=" + most + "&offset=" + (from + most) : null);
    return page;
  }

  @RequiresScope(Scope.MEASURES_READ)
  @GetMapping("/{id}")
  ResponseEntity<Map<String, Object>> measure(@PathVariable("id") UUID id) {
    Measure measure = measures.get(id);
    return ResponseEntity.ok().eTag("\"" + measure.version() + "\"").body(told(measure));
  }

  private static Map<String, Object> told(Measure measure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", measure.id());
    told.put("number", measure.number());
    told.put("title", measure.title());
    told.put("type", measure.typeCode());
    told.put("status", measure.status());
    told.put("problem", measure.problem());
    told.put("group", measure.group());
    told.put("place", measure.place());
    told.put("owner", measure.ownerOrg());
    told.put("goal", measure.goal());
    told.put("goalDropPercent", measure.goalDropPercent());
    told.put("indicator", measure.watched());
    told.put("doneBy", measure.doneBy());
    told.put("followUpOn", measure.followUpOn());
    told.put("confidential", measure.confidential());
    told.put("tellReporters", measure.tellReporters());
    told.put("textApprovedAt", measure.toldApprovedAt());
    told.put("decision", measure.decision().none() ? null : measure.decision());
    told.put("version", measure.version());
    told.put("createdAt", measure.createdAt());
    return told;
  }
}
