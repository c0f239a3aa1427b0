package se.samlad.followup.web;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import se.samlad.followup.EvaluationPlan;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;

/** Where we have compared: the place and its ring, the comparison place and its ring. */
@Component
class EvaluationMap {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final MapDrawing drawing;
  private final EffectWords words;

  EvaluationMap(MapDrawing drawing, EffectWords words) {
    this.drawing = drawing;
    this.words = words;
  }

  String draw(EvaluationPlan plan, String place) {
    List<MapMark> rings = List.of(
        ring(plan.easting(), plan.northing(), plan.outerMeters(), "buffert"),
        ring(plan.easting(), plan.northing(), plan.radiusMeters(), "mal"),
        ring(plan.controlEasting(), plan.controlNorthing(), plan.outerMeters(), "kbuffert"),
        ring(plan.controlEasting(), plan.controlNorthing(), plan.radiusMeters(), "kontroll"),
        new MapMark.Label(plan.easting(), plan.northing(), words.say("map.target")),
        new MapMark.Label(plan.controlEasting(), plan.controlNorthing(), words.say("map.control")));
    return drawing.svg(
        MapFrame.around(rings, 80),
        rings,
        440,
        330,
        MapDrawing.Look.page(words.say("map.words", place, plan.control(), plan.bufferMeters())));
  }

  private static MapMark ring(double easting, double northing, int meters, String kind) {
    Geometry circle = FACTORY.createPoint(new Coordinate(easting, northing)).buffer(meters, 16);
    return new MapMark.Ring(circle.toText(), kind);
  }
}
