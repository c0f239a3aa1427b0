package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Parts the town into areas as towns are parted: by river, railway and main roads. The areas fill the municipality without gap. */
final class Quarters {

  /** How a part of town is built. */
  enum Style {
    CENTRE,
    HOUSES,
    APARTMENTS,
    MIXED,
    INDUSTRY
  }

  /**
   * @param angle which way its streets run, degrees from east
   * @param seeds points inside it, x, y, x, y
   * @param streets names of its streets in order
   */
  record Quarter(
      String name, int population, Style style, double angle, double[] seeds, String... streets) {}

  static final String COUNTRYSIDE = "Landsbygden";

  static final List<Quarter> ALL = List.of(
      new Quarter("Centrum", 4_900, Style.CENTRE, 4, new double[] {150, 350, -150, 100, 500, 100}),
      new Quarter(
          "Lindhem",
          5_200,
          Style.MIXED,
          22,
          new double[] {1500, 250, 900, 150, 900, 500, 2100, 150},
          "Lindhemsgatan",
          "Alvägen",
          "Lönngatan",
          "Askvägen",
          "Rönnvägen",
          "Björkgatan",
          "Hasselvägen",
          "Hägggatan",
          "Kastanjegatan",
          "Oxelvägen",
          "Popplevägen",
          "Sälgvägen",
          "Tallgatan",
          "Lärkträdsvägen"),
      new Quarter(
          "Norrgärdet",
          3_900,
          Style.MIXED,
          10,
          new double[] {1200, 950, 300, 950, 1900, 900, 1500, 1300, 2200, 700},
          "Norrgärdesgatan",
          "Åkervägen",
          "Rågvägen",
          "Havrevägen",
          "Kornvägen",
          "Vetegatan",
          "Klövervägen",
          "Timotejvägen",
          "Slåttervägen",
          "Hässjevägen",
          "Loggatan",
          "Skördevägen",
          "Lievägen",
          "Rävsvansvägen"),
      new Quarter(
          "Stationsstaden",
          2_600,
          Style.APARTMENTS,
          -6,
          new double[] {500, -300, 0, -200, 800, -150, 900, -500},
          "Stationsgatan",
          "Rallargatan",
          "Lokgatan",
          "Semaforgatan",
          "Växelgatan",
          "Godsgatan",
          "Tendergatan"),
      new Quarter(
          "Åbrinken",
          4_700,
          Style.APARTMENTS,
          -14,
          new double[] {
            -1000, 450, -1000, 50, -900, -500, -300, -10, -450, 300, -400, 600, -300, -500
          },
          "Åbrinksgatan",
          "Forsgatan",
          "Strömgatan",
          "Dammvägen",
          "Slussgatan",
          "Vassvägen",
          "Näckrosvägen",
          "Bryggvägen",
          "Flottarvägen",
          "Åtunnelvägen",
          "Strandpromenaden",
          "Notvägen"),
      new Quarter(
          "Sörby",
          3_300,
          Style.HOUSES,
          12,
          new double[] {600, -1400, 300, -900, -100, -1400, 1100, -1700},
          "Sörbygatan",
          "Hagvägen",
          "Ängsvägen",
          "Ekbacksvägen",
          "Lundvägen",
          "Gläntvägen",
          "Backvägen",
          "Stenvägen",
          "Enbärsvägen",
          "Ljungvägen",
          "Mossvägen",
          "Lingonvägen",
          "Hallonvägen",
          "Blåbärsvägen"),
      new Quarter(
          "Kvarnberget",
          2_700,
          Style.HOUSES,
          -20,
          new double[] {-1300, 1200, -2200, 1200, -800, 1600},
          "Kvarnbergsvägen",
          "Trastvägen",
          "Lärkvägen",
          "Bofinksvägen",
          "Mesvägen",
          "Svalvägen",
          "Hökvägen",
          "Falkvägen",
          "Orrvägen",
          "Tjädervägen",
          "Ugglevägen",
          "Gökvägen",
          "Domherrevägen",
          "Sparvvägen"),
      new Quarter(
          "Västerhagen",
          2_400,
          Style.HOUSES,
          6,
          new double[] {-2100, 500, -2100, 0, -2100, -500},
          "Västerhagsvägen",
          "Snickarvägen",
          "Murarvägen",
          "Smedvägen",
          "Målarvägen",
          "Timmervägen",
          "Sågvägen",
          "Glasvägen",
          "Skräddarvägen",
          "Garvarvägen",
          "Vävarvägen",
          "Sadelvägen"),
      new Quarter(
          "Sjövik",
          2_300,
          Style.HOUSES,
          14,
          new double[] {-200, 1700, 700, 1700, 1200, 1600},
          "Sjöviksvägen",
          "Ankarvägen",
          "Segelvägen",
          "Rodervägen",
          "Styrmansvägen",
          "Kajvägen",
          "Fyrvägen",
          "Båtsmansvägen",
          "Skutvägen",
          "Jollevägen",
          "Vindvägen"),
      new Quarter(
          "Torpa",
          300,
          Style.INDUSTRY,
          -18,
          new double[] {1800, -700, 1900, -200, 1400, -1300, 1300, -300},
          "Industrigatan",
          "Verkstadsgatan",
          "Lagervägen",
          "Gjutaregatan",
          "Plåtvägen",
          "Terminalgatan"),
      new Quarter(COUNTRYSIDE, 1_100, Style.HOUSES, 0, new double[0]));

  private Quarters() {}

  /** The outline of each quarter. */
  static Map<Quarter, Geometry> part(Landscape land) {
    List<Geometry> lines = new ArrayList<>();
    lines.add(land.urban.getExteriorRing());
    lines.add(land.riverLine);
    lines.add(land.railway);
    lines.addAll(land.mainRoads.values());
    lines.addAll(List.of(land.dividers()));
    Map<Quarter, List<Geometry>> faces = new LinkedHashMap<>();
    ALL.forEach(quarter -> faces.put(quarter, new ArrayList<>()));
    for (Polygon face : Shapes.faces(lines)) {
      Point inside = face.getInteriorPoint();
      if (land.urban.contains(inside)) {
        java.util.Objects.requireNonNull(faces.get(nearest(inside))).add(face);
      }
    }
    Map<Quarter, Geometry> outlines = new LinkedHashMap<>();
    faces.forEach((quarter, parts) -> outlines.put(
        quarter,
        quarter.name().equals(COUNTRYSIDE)
            ? land.border.difference(land.urban)
            : UnaryUnionOp.union(parts)));
    outlines.replaceAll((quarter, outline) ->
        GeometryPrecisionReducer.reduce(outline, Shapes.GEOMETRY.getPrecisionModel()));
    return outlines;
  }

  private static Quarter nearest(Point point) {
    Quarter best = ALL.getFirst();
    double least = Double.MAX_VALUE;
    for (Quarter quarter : ALL) {
      for (int i = 0; i < quarter.seeds().length; i += 2) {
        double distance = StrictMath.hypot(
            point.getX() - quarter.seeds()[i], point.getY() - quarter.seeds()[i + 1]);
        if (distance < least) {
          least = distance;
          best = quarter;
        }
      }
    }
    return best;
  }
}
