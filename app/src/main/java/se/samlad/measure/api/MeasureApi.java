package se.samlad.measure.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.Measures;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** Measures and problems for programs, as the token's principal may see them; read only. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class MeasureApi {

  private static final int MOST = 200;

  private final Measures measures;
  private final Problems problems;

  MeasureApi(Measures measures, Problems problems) {
    this.measures = measures;
    this.problems = problems;
  }

  @RequiresScope(Scope.MEASURES_READ)
  @GetMapping("/measures")
  Map<String, Object> measures(
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int offset) {
    check(limit, offset);
    return page(
        "/api/v1/measures",
        measures.page(MeasureFilter.all(), limit + 1, offset),
        limit,
        offset,
        MeasureApi::told);
  }

  @RequiresScope(Scope.MEASURES_READ)
  @GetMapping("/measures/{id}")
  ResponseEntity<Map<String, Object>> measure(@PathVariable("id") UUID id) {
    Measure measure = measures.get(id);
    return ResponseEntity.ok().eTag("\"" + measure.version() + "\"").body(told(measure));
  }

  @RequiresScope(Scope.PROBLEMS_READ)
  @GetMapping("/problems")
  Map<String, Object> problems(
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int offset) {
    check(limit, offset);
    return page(
        "/api/v1/problems", problems.page(limit + 1, offset), limit, offset, MeasureApi::told);
  }

  @RequiresScope(Scope.PROBLEMS_READ)
  @GetMapping("/problems/{id}")
  Map<String, Object> problem(@PathVariable("id") UUID id) {
    return told(problems.find(id).orElseThrow(() -> new NotFound("problem " + id)));
  }

  private static void check(int limit, int offset) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput("limit", "measure.input.limit", MOST);
    }
    if (offset < 0 || offset > 1_000_000) {
      throw new InvalidInput("offset", "measure.input.offset");
    }
  }

  private static <T> Map<String, Object> page(
      String path, List<T> found, int limit, int offset, Function<T, Map<String, Object>> told) {
    boolean more = found.size() > limit;
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", found.stream().limit(limit).map(told).toList());
    page.put("next", more ? path + "?limit=" + limit + "&offset=" + (offset + limit) : null);
    return page;
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

  private static Map<String, Object> told(Problem problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", problem.id());
    told.put("group", problem.group());
    told.put("title", problem.title());
    told.put("place", problem.place());
    told.put("area", problem.areaId());
    told.put("categories", problem.categories());
    told.put("from", problem.from());
    told.put("to", problem.to());
    told.put("hotspot", problem.hotspot());
    told.put("figure", told(problem.figure()));
    told.put("certainty", problem.certainty());
    told.put("createdAt", problem.createdAt());
    return told;
  }

  private static @Nullable Map<String, Object> told(@Nullable Figure figure) {
    if (figure == null) {
      return null;
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("value", figure.value());
    told.put("expected", figure.expected().orElse(null));
    told.put("word", figure.word());
    told.put("sources", figure.sources());
    told.put("answered", figure.answered());
    told.put("asked", figure.asked());
    told.put("asOf", figure.asOf());
    return told;
  }
}
