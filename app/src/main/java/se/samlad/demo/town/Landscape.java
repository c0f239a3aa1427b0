package se.samlad.demo.town;

import static se.samlad.demo.town.Shapes.line;
import static se.samlad.demo.town.Shapes.smooth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** What lay there before the houses, and the great lines: lake, river, railway, main roads, hills. Metres from the corner of Torget's square. */
final class Landscape {

  private static final double RIVER_WIDTH = 26;

  final Polygon border = Shapes.blob(
      -6200, -3900, -6500, 400, -5600, 3900, -1500, 5400, 2600, 5100, 5700, 3300, 6400, -600, 5100,
      -4200, 800, -5300, -3200, -5000);
  final Polygon urban = Shapes.polygon(
      -2700, -700, -2720, 900, -1950, 1780, -900, 2000, -300, 2160, 650, 2180, 1500, 1750, 2150,
      1250, 2520, 350, 2500, -1000, 1800, -1520, 1450, -2120, 250, -2120, -350, -1520, -1400, -1120,
      -2200, -1100);

  final LineString riverLine = smooth(
      -480, 2420, -540, 2050, -640, 1600, -580, 1100, -500, 700, -440, 420, -340, 150, -215, -60,
      -60, -235, 150, -400, 420, -560, 800, -780, 1180, -1150, 1420, -1750, 1650, -2600, 1500,
      -3600, 1900, -5100);
  final LineString railway = smooth(
      -6600, -900, -4200, -520, -2600, -240, -1500, -120, -640, -78, 0, -74, 420, -72, 1000, -78,
      1800, -190, 2900, -520, 4300, -760, 6500, -900);

  final Polygon lake = Shapes.blob(
      -900, 2480, -480, 2400, 80, 2560, 700, 2480, 1250, 2700, 1150, 3300, 500, 3750, -300, 3600,
      -950, 3150);
  final Polygon pond =
      Shapes.blob(-3900, -2300, -3500, -2450, -3150, -2250, -3250, -1900, -3700, -1850);

  /** Woods and open green that the town grew around. */
  final List<Polygon> woods = List.of(
      Shapes.blob(-1950, 1330, -1620, 1130, -1250, 1290, -1180, 1640, -1500, 1760, -1820, 1600),
      Shapes.blob(1700, -620, 2050, -900, 2350, -760, 2430, -420, 2180, -300, 1950, -400),
      Shapes.blob(
          -1640, 640, -1480, 690, -1390, 420, -1440, -50, -1420, -600, -1490, -1010, -1640, -900,
          -1610, -300, -1660, 200),
      Shapes.blob(820, -1230, 1050, -1150, 1230, -1400, 1250, -1900, 1020, -2000, 860, -1700),
      Shapes.blob(820, 1420, 1050, 1330, 1330, 1480, 1180, 1720, 880, 1680),
      Shapes.blob(1950, 30, 2300, 40, 2420, 260, 2250, 420, 1980, 330));

  final List<Polygon> meadows = List.of(
      Shapes.blob(
          -760, 1000, -590, 900, -470, 940, -430, 1200, -500, 1700, -560, 1980, -760, 1700, -800,
          1300),
      Shapes.blob(-260, -260, -60, -330, 40, -420, 0, -620, -200, -700, -330, -480),
      Shapes.blob(-2560, 560, -2330, 640, -2150, 560, -2250, 380, -2500, 400),
      Shapes.blob(-120, 1240, 60, 1230, 120, 1420, -20, 1560, -160, 1440));

  final Geometry river = riverLine.buffer(RIVER_WIDTH / 2).difference(lake);

  /** Main roads by name. */
  final Map<String, LineString> mainRoads = roads();

  private static Map<String, LineString> roads() {
    Map<String, LineString> roads = new LinkedHashMap<>();
    roads.put(
        "Norra leden",
        smooth(
            -6500, 1300, -4000, 1050, -2700, 820, -1400, 720, -520, 690, 150, 700, 640, 735, 1250,
            590, 1900, 480, 2600, 520, 4200, 900, 6300, 1100));
    roads.put(
        "Lindvägen",
        smooth(
            620, 262, 820, 330, 1060, 470, 1250, 590, 1560, 870, 2000, 1200, 3000, 1900, 5200,
            3500));
    roads.put(
        "Sörbyvägen",
        smooth(
            330, -10, 325, -130, 300, -300, 360, -520, 520, -900, 600, -1400, 640, -2100, 500,
            -3300, 700, -5200));
    roads.put(
        "Västerleden",
        smooth(
            -252, 228, -380, 215, -700, 260, -1200, 300, -1900, 200, -2700, 60, -4200, -300, -6400,
            -200));
    roads.put("Sjövägen", smooth(20, 700, 0, 1000, 60, 1400, 180, 1800, 330, 2150));
    roads.put(
        "Torpavägen",
        smooth(335, -170, 700, -210, 1150, -290, 1700, -420, 2300, -760, 3200, -1300, 5400, -2600));
    return roads;
  }

  /** Lines that part the areas where no river, rail or main road does. */
  LineString[] dividers() {
    return new LineString[] {
      line(618, -72, 620, 262, 640, 735),
      line(-1500, 1000, -1500, -1400),
      line(-580, 1150, 200, 1190, 900, 1250, 1700, 1800),
      line(1150, -60, 1150, -1200),
      line(60, -320, -120, -700, -400, -1800)
    };
  }
}
