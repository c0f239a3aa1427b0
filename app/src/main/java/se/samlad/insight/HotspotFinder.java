package se.samlad.insight;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.aberration.HotspotCells;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.analysis.aberration.PooledCount;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.analysis.season.TimeSpan;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.Answers.Reach;
import se.samlad.insight.Hotspot.Basis;
import se.samlad.insight.Hotspot.Cell;
import se.samlad.insight.Hotspot.Share;
import se.samlad.insight.jdbc.AnswerStore;
import se.samlad.insight.jdbc.CellStore;
import se.samlad.insight.jdbc.CellStore.Placed;

/** Computes the hotspots of a week as whoever acts in the transaction, which should be the audience's actor. */
@Component
class HotspotFinder {

  /** Weeks earlier for which the test is made too, to tell in how many of four a place was a hotspot. */
  private static final int EARLIER = 3;

  private final CellStore store;
  private final AnswerStore answerStore;
  private final Units units;
  private final Pauses pauses;
  private final PlaceNames names;

  HotspotFinder(
      CellStore store, AnswerStore answerStore, Units units, Pauses pauses, PlaceNames names) {
    this.store = store;
    this.answerStore = answerStore;
    this.units = units;
    this.pauses = pauses;
    this.names = names;
  }

  /** What was found, before it is stored. */
  record Found(
      HotspotRun.State state,
      int windows,
      int tested,
      double dispersion,
      HotspotTest.Parameters parameters,
      List<Hotspot> hotspots) {}

  Found find(
      Audience audience, IsoWeek week, UUID run, Instant asOf, HotspotTest.Parameters parameters) {
    CellHistory history = history(audience, week, EARLIER);
    CellHistory.Tested tested = history.test(week, parameters);
    boolean enough = tested.windows() >= parameters.minimumWindows();
    return new Found(
        enough ? HotspotRun.State.READY : HotspotRun.State.INSUFFICIENT,
        tested.windows(),
        tested.result().tested(),
        tested.result().dispersion().value(),
        parameters,
        enough ? describe(audience, week, run, asOf, history, tested) : List.of());
  }

  /** Weekly counts of every cell, as far back as the windows of this week and some before it reach. */
  CellHistory history(Audience audience, IsoWeek week, int earlier) {
    IsoWeek first = week.plus(1 - CellHistory.REACH - earlier);
    var counts = store.counts(selection(audience, first, week), leftOut(audience));
    Set<IsoWeek> heard = new HashSet<>(answerStore.between(first, week).stream()
        .map(AnswerStore.UnitAnswer::week)
        .toList());
    counts.forEach(count -> heard.add(IsoWeek.of(count.week())));
    CellHistory history = new CellHistory(heard);
    counts.forEach(count -> history.add(
        new Cell(count.column(), count.row()), IsoWeek.of(count.week()), count.count()));
    return history;
  }

  /** What counts for the audience: passed incidents for groups, all under review too for those who review. */
  static IncidentSelection selection(Audience audience, IsoWeek first, IsoWeek last) {
    return IncidentSelection.ofWeeks(first, last).withReview(reviewOf(audience));
  }

  static IncidentSelection.Review reviewOf(Audience audience) {
    return switch (audience) {
      case Audience.Coordinator c -> IncidentSelection.Review.ANY;
      case Audience.Organisation o -> IncidentSelection.Review.ANY;
      case Audience.Group g -> IncidentSelection.Review.PASSED;
      case Audience.Leadership l -> IncidentSelection.Review.PASSED;
      case Audience.Public p -> IncidentSelection.Review.PASSED;
    };
  }

  private Set<String> leftOut(Audience audience) {
    return audience instanceof Audience.Organisation ? Set.of() : store.coarseOnly();
  }

  private List<Hotspot> describe(
      Audience audience,
      IsoWeek week,
      UUID run,
      Instant asOf,
      CellHistory history,
      CellHistory.Tested tested) {
    List<Cell> cells = tested.cells();
    List<HotspotCells.Group> groups = HotspotCells.join(
        cells.stream().mapToInt(Cell::column).toArray(),
        cells.stream().mapToInt(Cell::row).toArray(),
        tested.now(),
        tested.kept());
    if (groups.isEmpty()) {
      return List.of();
    }
    IsoWeek first = week.plus(1 - Hotspot.WEEKS);
    Map<Cell, List<Placed>> placed =
        store.placed(selection(audience, first, week), leftOut(audience)).stream()
            .collect(Collectors.groupingBy(each -> Cell.of(each.easting(), each.northing())));
    List<Set<Cell>> earlier = new ArrayList<>();
    for (int ago = 1; ago <= EARLIER; ago++) {
      earlier.add(history
          .test(week.plus(-ago), tested.result().parameters().withDraws(0))
          .hotspots()
          .collect(Collectors.toSet()));
    }
    Answers answers = new Answers(units.list(), pauses.paused(), answerStore.between(first, week));
    PlaceNames.Book book = names.open();
    List<Hotspot> hotspots = new ArrayList<>();
    for (HotspotCells.Group group : groups) {
      hotspots.add(describe(
          new Context(audience, week, run, asOf, answers, earlier, book),
          group,
          tested,
          placed,
          hotspots.size() + 1));
    }
    return hotspots;
  }

  private record Context(
      Audience audience,
      IsoWeek week,
      UUID run,
      Instant asOf,
      Answers answers,
      List<Set<Cell>> earlier,
      PlaceNames.Book book) {}

  private static Hotspot describe(
      Context context,
      HotspotCells.Group group,
      CellHistory.Tested tested,
      Map<Cell, List<Placed>> placed,
      int rank) {
    List<Cell> cells = group.members().stream().map(tested.cells()::get).toList();
    List<Placed> incidents = cells.stream()
        .flatMap(cell -> placed.getOrDefault(cell, List.of()).stream())
        .toList();
    HotspotTest.Parameters parameters = tested.result().parameters();
    long past = group.members().stream()
        .mapToLong(i -> tested.result().cells().get(i).history())
        .sum();
    double stability = group.members().stream()
        .mapToDouble(i -> tested.result().cells().get(i).stability())
        .max()
        .orElse(0);
    PooledCount predictive =
        new PooledCount(past, tested.windows(), tested.result().dispersion());
    Figure.Expected expected = new Figure.Expected(
        (int) predictive.lower(parameters.alpha()),
        (int) predictive.upper(parameters.alpha()),
        1 - 2 * parameters.alpha());
    double easting = incidents.stream().mapToDouble(Placed::easting).average().orElseThrow();
    double northing = incidents.stream().mapToDouble(Placed::northing).average().orElseThrow();
    Sweref99.Geographic centre = Sweref99.TM.unproject(northing, easting);
    Optional<UUID> area = mostCommonArea(incidents);
    Heard heard = heard(context, incidents, area);
    return new Hotspot(
        id(context.audience(), context.week(), cells.getFirst()),
        context.run(),
        rank,
        context.book().nameOf(easting, northing, labels(incidents), area),
        new Figure(
            Math.toIntExact(group.count()),
            Optional.of(expected),
            heard.reported(),
            heard.answered(),
            heard.asked(),
            context.asOf()),
        Certainty.of(stability),
        1
            + (int) context.earlier().stream()
                .filter(hot -> cells.stream().anyMatch(hot::contains))
                .count(),
        shares(incidents),
        Peaks.of(
            incidents.stream().map(each -> new TimeSpan(each.from(), each.to())).toList()),
        heard.reported(),
        heard.organisationsAsked(),
        centre.lon(),
        centre.lat(),
        CellOutline.wkt(cells),
        area.orElse(null),
        context.week(),
        new Basis(
            cells,
            tested.windows(),
            predictive.expected(),
            predictive.dispersionWith(group.count()),
            stability,
            parameters.draws(),
            tested.result().tested(),
            parameters.seed()));
  }

  private record Heard(int reported, int organisationsAsked, int answered, int asked) {}

  private static Heard heard(Context context, List<Placed> incidents, Optional<UUID> area) {
    Actor actor = CurrentActor.get();
    Reach reach = Reach.of(context.audience(), actor).about(area.map(Set::of).orElse(Set.of()));
    IsoWeek first = context.week().plus(1 - Hotspot.WEEKS);
    Set<UUID> reported = incidents.stream()
        .flatMap(each -> each.organisations().stream())
        .collect(Collectors.toSet());
    Set<UUID> asked =
        new HashSet<>(context.answers().organisationsAsked(first, context.week(), reach));
    asked.addAll(reported);
    return new Heard(
        reported.size(),
        asked.size(),
        context.answers().answered(first, context.week(), reach),
        context.answers().asked(first, context.week(), reach));
  }

  private static Optional<UUID> mostCommonArea(List<Placed> incidents) {
    Map<UUID, Integer> counts = new HashMap<>();
    for (Placed incident : incidents) {
      if (incident.area() != null) {
        counts.merge(incident.area(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static List<String> labels(List<Placed> incidents) {
    return incidents.stream()
        .map(Placed::placeLabel)
        .filter(label -> !label.isBlank())
        .toList();
  }

  static List<Share> shares(List<Placed> incidents) {
    return incidents.stream()
        .collect(Collectors.groupingBy(Placed::categoryGroup, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Share(entry.getKey(), entry.getValue().intValue()))
        .sorted(java.util.Comparator.comparingInt(Share::count)
            .reversed()
            .thenComparing(Share::categoryGroup))
        .toList();
  }

  /** The same place in the same week for the same audience has the same id, however often it is computed. */
  private static UUID id(Audience audience, IsoWeek week, Cell first) {
    String name = CurrentActor.get().municipality() + " " + audience.key() + " " + week.code() + " "
        + first.column() + " " + first.row();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
