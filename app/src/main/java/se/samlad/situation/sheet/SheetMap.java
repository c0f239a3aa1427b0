package se.samlad.situation.sheet;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;
import se.samlad.situation.DraftSentences;
import se.samlad.situation.PictureFigures.Spot;
import se.samlad.situation.PictureFigures.Spots;

/** The map of the sheet: at most five numbered hotspots, or the group's land when there is none. Drawn with its own colours, as paper is light. */
@Component
class SheetMap {

  private static final int MOST = 5;
  private static final int WIDTH = 318;
  private static final int HEIGHT = 236;
  private static final double MARGIN_METERS = 350;
  private static final double SHAPE = (double) WIDTH / HEIGHT;

  private final MapDrawing drawing;
  private final Areas areas;
  private final MessageSource messages;

  SheetMap(MapDrawing drawing, Areas areas, MessageSource messages) {
    this.drawing = drawing;
    this.areas = areas;
    this.messages = messages;
  }

  String draw(Spots spots, WorkingGroup group) {
    List<Spot> shown = spots.list().stream().limit(MOST).toList();
    List<MapMark.Outline> marks = shown.stream()
        .map(spot -> new MapMark.Outline(spot.outline(), spot.rank(), certainty(spot)))
        .toList();
    String words = alt(shown);
    String svg = drawing.svg(
        shaped(marks.isEmpty() ? land(group) : MapFrame.around(marks, MARGIN_METERS)),
        marks,
        WIDTH,
        HEIGHT,
        MapDrawing.Look.print(words));
    return svg.replaceFirst(
        "role=\"img\" aria-label=(\"[^\"]*\")", "role=\"img\" aria-label=$1 alt=$1");
  }

  private MapFrame land(WorkingGroup group) {
    List<MapMark.Ring> outlines = group.areas().stream()
        .map(this::outline)
        .filter(Objects::nonNull)
        .map(wkt -> new MapMark.Ring(wkt, "mal"))
        .toList();
    return group.wholeMunicipality() || outlines.isEmpty()
        ? drawing.whole()
        : MapFrame.around(outlines, MARGIN_METERS);
  }

  private @org.jspecify.annotations.Nullable String outline(UUID area) {
    return areas.find(area).map(Area::wktSweref).orElse(null);
  }

  /** The frame widened to the shape of the drawing. */
  private static MapFrame shaped(MapFrame frame) {
    double width = Math.max(frame.width(), frame.height() * SHAPE);
    double height = Math.max(frame.height(), frame.width() / SHAPE);
    double e = (frame.minE() + frame.maxE()) / 2;
    double n = (frame.minN() + frame.maxN()) / 2;
    return new MapFrame(e - width / 2, n - height / 2, e + width / 2, n + height / 2);
  }

  private static String certainty(Spot spot) {
    return switch (spot.certainty()) {
      case "CLEAR" -> "clear";
      case "LIKELY" -> "likely";
      default -> "unsure";
    };
  }

  private String alt(List<Spot> spots) {
    if (spots.isEmpty()) {
      return messages.getMessage("situation.sheet.map.alt.none", null, DraftSentences.LANGUAGE);
    }
    String named = spots.stream()
        .flatMap(spot -> Stream.of(spot.rank() + " " + spot.name()))
        .collect(Collectors.joining(", "));
    return messages.getMessage(
        "situation.sheet.map.alt", new Object[] {spots.size(), named}, DraftSentences.LANGUAGE);
  }
}
