package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import se.samlad.analysis.Progress;
import se.samlad.analysis.concentration.Concentration;
import se.samlad.analysis.table.Json;

/** {@code concentration}: the figures among the facts, and the Lorenz curve as rows. */
final class ConcentrationMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "concentration";
  }

  @Override
  public String summary() {
    return "On how few places does much of it happen (Lorenz, Gini, generalised Gini)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("count", "count", "events of each place; without it rows are events"),
        Option.column("place", "place", "rows are events: the place of each"),
        Option.whole("places", "rows are events: how many places there are, those without too"),
        Option.whole("busiest", 10, "for how many of the busiest places to tell their share"));
  }

  @Override
  public int mostRows() {
    return Input.ROW_LIMIT;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Concentration of = Concentration.of(counts(input, options));
    Concentration.Result result = of.result();
    int busiest = Math.min(options.whole("busiest"), result.places());
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("places", result.places())
        .put("events", result.events())
        .put("placesWithEvents", result.placesWithEvents())
        .put("fewerEventsThanPlaces", result.isSparse())
        .put("gini", result.gini())
        .put("unbiasedGini", result.unbiasedGini())
        .put("generalisedGini", result.generalisedGini())
        .put("shareOfPlacesWith25", result.share25())
        .put("shareOfPlacesWith50", result.share50())
        .put("shareOfPlacesWith80", result.share80())
        .put("busiest", busiest)
        .put("shareOfBusiest", of.shareOfBusiest(busiest))
        .build();
    double[] lorenz = of.lorenz();
    double[] places = new double[lorenz.length];
    Arrays.setAll(places, i -> (double) i / result.places());
    progress.done(input.size(), input.size());
    return Outcome.table(facts, lorenz.length)
        .put("share_of_places", places)
        .put("share_of_events", lorenz)
        .build();
  }

  private static long[] counts(Input input, Options options) {
    String column = options.column("count");
    if (input.has(column) || options.isGiven("count-column")) {
      return Arrays.stream(input.counts(column)).asLongStream().toArray();
    }
    Map<String, Long> events = new HashMap<>();
    for (String place : input.texts(options.column("place"))) {
      events.merge(place, 1L, Long::sum);
    }
    OptionalLong all = options.findWhole("places");
    long places = all.orElse(events.size());
    if (places < events.size() || places > Concentration.MOST_PLACES) {
      throw new IllegalArgumentException(
          "--places %d, but %d places have events and there may be at most %d"
              .formatted(places, events.size(), Concentration.MOST_PLACES));
    }
    long[] counts = events.values().stream().mapToLong(count -> count).toArray();
    return Arrays.copyOf(counts, (int) places);
  }
}
