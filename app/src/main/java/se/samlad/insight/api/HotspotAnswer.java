package se.samlad.insight.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.disclosure.Figure;
import se.samlad.insight.CellOutline;
import se.samlad.insight.Hotspot;

/** A hotspot as the API tells it: nothing without its interval, its coverage and its moment. */
record HotspotAnswer(
    UUID id,
    int rank,
    String week,
    String firstWeek,
    String name,
    @Nullable UUID area,
    FigureAnswer figure,
    String certainty,
    int weeksOfLastFour,
    List<ShareAnswer> categories,
    @Nullable PeakAnswer peak,
    int organisations,
    int organisationsAsked,
    double lon,
    double lat,
    Outline cells,
    String sentence,
    BasisAnswer basis) {

  record FigureAnswer(
      int value,
      int expectedFrom,
      int expectedTo,
      double level,
      int answered,
      int asked,
      String asOf) {}

  record ShareAnswer(String categoryGroup, int count) {}

  record PeakAnswer(List<String> weekdays, int fromHour, int toHour, int count) {}

  /** GeoJSON, RFC 7946. */
  record Outline(String type, List<List<List<List<Double>>>> coordinates) {}

  record BasisAnswer(
      int cells,
      int windows,
      double mean,
      double dispersion,
      double stability,
      int tested,
      long seed) {}

  /** A page of a run. */
  record Items(
      List<HotspotAnswer> items,
      @Nullable String next,
      String week,
      String state,
      int windows,
      int tested,
      @Nullable String asOf) {}

  static HotspotAnswer of(Hotspot hotspot, String sentence) {
    Figure figure = hotspot.figure();
    Figure.Expected band = figure.expected().orElseThrow();
    Hotspot.Peak peak = hotspot.peak();
    Hotspot.Basis basis = hotspot.basis();
    return new HotspotAnswer(
        hotspot.id(),
        hotspot.rank(),
        hotspot.week().code(),
        hotspot.firstWeek().code(),
        hotspot.name(),
        hotspot.areaId(),
        new FigureAnswer(
            figure.value(),
            band.lower(),
            band.upper(),
            band.level(),
            figure.answered(),
            figure.asked(),
            figure.asOf().toString()),
        hotspot.certainty().name().toLowerCase(Locale.ROOT),
        hotspot.weeksOfLastFour(),
        hotspot.categories().stream()
            .map(share -> new ShareAnswer(share.categoryGroup(), share.count()))
            .toList(),
        peak.isNone()
            ? null
            : new PeakAnswer(
                peak.days().stream()
                    .map(day -> day.name().toLowerCase(Locale.ROOT))
                    .toList(),
                peak.fromHour(),
                peak.toHour(),
                peak.count()),
        hotspot.organisations(),
        hotspot.organisationsAsked(),
        hotspot.lon(),
        hotspot.lat(),
        new Outline("MultiPolygon", CellOutline.coordinates(hotspot.wktSweref())),
        sentence,
        new BasisAnswer(
            basis.cells().size(),
            basis.windows(),
            basis.mean(),
            basis.dispersion(),
            basis.stability(),
            basis.tested(),
            basis.seed()));
  }
}
