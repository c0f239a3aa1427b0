package se.samlad.problem.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import se.samlad.ground.web.WholeNumber;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** Problems for programs, as the token's principal may see them; read only. */
@RestController
@RequestMapping(path = "/api/v1/problems", produces = MediaType.APPLICATION_JSON_VALUE)
class ProblemApi {

  private static final int MOST = 200;
  private static final int FURTHEST = 1_000_000;

  private final Problems problems;

  ProblemApi(Problems problems) {
    this.problems = problems;
  }

  @RequiresScope(Scope.PROBLEMS_READ)
  @GetMapping
  Map<String, Object> problems(
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "offset", defaultValue = "0") String offset) {
    int most = WholeNumber.within("limit", limit, 1, MOST);
    int from = WholeNumber.within("offset", offset, 0, FURTHEST);
    List<Problem> found = problems.page(most + 1, from);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", found.stream().limit(most).map(ProblemApi::told).toList());
    page.put(
        "next",
        found.size() > most ? "/api/v1/problems?limit=" + most + "&offset=" + (from + most) : null);
    return page;
  }

  @RequiresScope(Scope.PROBLEMS_READ)
  @GetMapping("/{id}")
  ResponseEntity<Map<String, Object>> problem(@PathVariable("id") UUID id) {
    Problem problem = problems.get(id);
    return ResponseEntity.ok().eTag("\"" + problem.version() + "\"").body(told(problem));
  }

  private static Map<String, Object> told(Problem problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", problem.id());
    told.put("title", problem.title());
    told.put("status", problem.status());
    told.put("group", problem.group());
    told.put("liftedTo", problem.liftedTo());
    told.put("place", problem.place());
    told.put("area", problem.areaId());
    told.put("categories", problem.categories());
    told.put("from", problem.from());
    told.put("to", problem.to());
    told.put("hotspot", problem.hotspot());
    told.put("figure", figure(problem.figure()));
    told.put("certainty", problem.certainty());
    told.put("version", problem.version());
    told.put("createdAt", problem.createdAt());
    return told;
  }

  private static @Nullable Map<String, Object> figure(@Nullable Figure figure) {
    if (figure == null) {
      return null;
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("value", figure.value());
    figure.expected().ifPresent(expected -> {
      told.put("expectedLower", expected.lower());
      told.put("expectedUpper", expected.upper());
      told.put("expectedLevel", expected.level());
    });
    told.put("sources", figure.sources());
    told.put("answered", figure.answered());
    told.put("asked", figure.asked());
    told.put("asOf", figure.asOf());
    return told;
  }
}
