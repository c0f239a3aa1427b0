package se.samlad.demo.town;

import static se.samlad.demo.town.Shapes.line;
import static se.samlad.demo.town.Shapes.polygon;
import static se.samlad.demo.town.Shapes.rectangle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The places the stories are told about: squares, station, schools, parks, garage, rink. Metres from the corner of Torget's square. */
final class Landmarks {

  /** A place on the map; {@code open} keeps houses and small streets off its ground. */
  record Landmark(
      String layer,
      String kind,
      @Nullable String name,
      int minZoom,
      Geometry shape,
      boolean open) {}

  final List<Landmark> all = new ArrayList<>();
  final List<Town.Spot> spots = new ArrayList<>();
  private static final double TILT = Math.toRadians(4);

  Landmarks() {
    centre();
    parks();
    school("Lindskolan", 1120, 372, 22);
    school("Norrgärdsskolan", 1640, 1130, 10);
    school("Åbrinksskolan", -1130, 560, -14);
    school("Sörbyskolan", 330, -1150, 12);
    gymnasium();
    sports();
    tunnels();
    industry();
  }

  private void centre() {
    add("square", "square", null, 12, tilted(92, 190, 120, 84), true);
    spot("Torget", "TORG", 92, 190);
    add("square", "square", null, 13, tilted(140, 62, 190, 84), true);
    spot("Busstationen", "BUSSTATION", 142, 62);
    for (int i = 0; i < 4; i++) {
      add("building", "public", null, 14, tilted(84 + i * 38, 60, 6, 56), false);
    }
    spot("Busstationen, väntkur A", "HALLPLATS", 92, 58);
    spot("Busstationen, väntkur B", "HALLPLATS", 170, 66);
    add("building", "public", null, 13, tilted(205, 190, 56, 40), true);
    spot("Stadshuset", "OFFENTLIG", 205, 190);
    add("building", "public", null, 13, tilted(262, -42, 92, 16), true);
    spot("Lindesta C", "STATION", 262, -46);
    add("square", "square", null, 13, tilted(262, -24, 90, 18), true);
    add("building", "public", null, 14, tilted(190, 622, 96, 62), true);
    spot("Parkgaraget Norra", "PARKERING", 190, 622);
    spot("Parkgaraget Norra, plan 2", "PARKERING", 196, 618);
    add("building", "public", null, 13, tilted(-70, 182, 60, 34), true);
    spot("Kyrkan", "KYRKA", -70, 182);
    add("building", "public", null, 13, tilted(430, 300, 86, 62), true);
    spot("Gallerian Linden", "HANDEL", 430, 300);
    spot("Biblioteket", "OFFENTLIG", -70, 300);
    add("building", "public", null, 14, tilted(-70, 300, 48, 30), true);
  }

  private void parks() {
    add(
        "green",
        "park",
        null,
        11,
        polygon(-268, 110, -268, 505, -352, 508, -412, 420, -330, 190, -300, 120),
        true);
    spot("Stadsparken", "PARK", -318, 355);
    spot("Stadsparken, gångvägen", "PARK", -322, 330);
    add(
        "road",
        "path",
        null,
        14,
        Shapes.smooth(-255, 480, -330, 430, -318, 330, -290, 200, -262, 130),
        false);
    add(
        "green",
        "park",
        null,
        12,
        Shapes.blob(1560, 250, 1700, 220, 1800, 320, 1730, 430, 1580, 400),
        true);
    spot("Lindhemsparken", "PARK", 1680, 325);
    add(
        "green",
        "park",
        null,
        12,
        Shapes.blob(-1330, 180, -1180, 120, -1060, 200, -1120, 330, -1290, 320),
        true);
    spot("Brinkparken", "PARK", -1190, 225);
    add(
        "green",
        "park",
        null,
        12,
        Shapes.blob(700, -330, 860, -360, 900, -480, 760, -520, 690, -430),
        true);
    spot("Rallarparken", "PARK", 790, -425);
    add("green", "park", null, 13, Shapes.blob(1190, 985, 1330, 960, 1370, 1070, 1240, 1110), true);
    spot("Åkerparken", "PARK", 1280, 1030);
    add(
        "green",
        "meadow",
        null,
        11,
        Shapes.blob(80, 2180, 400, 2200, 560, 2330, 380, 2460, 120, 2430),
        true);
    spot("Lindsjöbadet", "BAD", 320, 2370);
  }

  private void school(String name, double x, double y, double degrees) {
    double angle = Math.toRadians(degrees);
    add("square", "square", null, 13, rectangle(x, y, 190, 140, angle), true);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (int i = -1; i <= 1; i++) {
      add(
          "building",
          "public",
          null,
          13,
          rectangle(x + i * 52 * cos - 14 * sin, y + i * 52 * sin + 14 * cos, 15, 74, angle),
          false);
    }
    add(
        "building",
        "public",
        null,
        13,
        rectangle(x + 48 * sin, y - 48 * cos, 120, 15, angle),
        false);
    add("green", "pitch", null, 13, rectangle(x + 118 * sin, y - 118 * cos, 100, 62, angle), true);
    spot(name, "SKOLA", x, y);
    spot(name + ", entré A", "SKOLA", x - 40 * cos, y - 40 * sin);
    spot(name + ", baksidan", "SKOLA", x - 45 * sin, y + 45 * cos);
    spot(name + ", gymnastiksalen", "SKOLA", x + 48 * sin, y - 48 * cos);
  }

  private void gymnasium() {
    add("square", "square", null, 13, tilted(520, 560, 150, 110), true);
    add("building", "public", null, 13, tilted(500, 580, 90, 22), false);
    add("building", "public", null, 13, tilted(556, 548, 20, 80), false);
    spot("Lindesta gymnasium", "SKOLA", 520, 560);
    add("building", "public", null, 14, tilted(690, 640, 44, 26), true);
    spot("Fritidsgården Kvarnen", "FRITID", 690, 640);
  }

  private void sports() {
    add("building", "public", null, 13, rectangle(320, 985, 84, 46, 0.1), true);
    spot("Ishallen", "IDROTT", 320, 985);
    add("square", "parking", null, 13, rectangle(400, 900, 96, 60, 0.1), true);
    spot("Ishallens parkering", "PARKERING", 400, 900);
    add("square", "parking", null, 13, rectangle(542, 945, 44, 36, 0.1), true);
    spot("Idrottsvägens vändplan", "PARKERING", 542, 945);
    add(
        "road",
        "local",
        "Idrottsvägen",
        13,
        line(330, 722, 350, 850, 470, 862, 560, 960, 900, 990),
        false);
    add("green", "pitch", null, 13, rectangle(200, 1080, 105, 66, 0.1), true);
    spot("Idrottsplatsen", "IDROTT", 200, 1080);
    add("building", "public", null, 13, tilted(-1260, -230, 120, 60), true);
    spot("Lindesta vårdcentral", "VARD", -1260, -230);
  }

  private void tunnels() {
    add(
        "road",
        "path",
        "Åtunnelvägen",
        13,
        Shapes.smooth(-620, 120, -640, 0, -640, -78, -655, -170, -720, -300),
        false);
    spot("Åtunneln", "TUNNEL", -640, -78);
    spot("Åtunneln, södra sidan", "TUNNEL", -643, -100);
    add(
        "road",
        "path",
        "Kvarntunneln",
        13,
        Shapes.smooth(-760, 560, -800, 640, -830, 712, -870, 860),
        false);
    spot("Kvarntunneln", "TUNNEL", -830, 708);
    spot("Åbrinks torg", "TORG", -1010, 400);
    add("square", "square", null, 13, rectangle(-1010, 400, 80, 54, Math.toRadians(-14)), true);
    spot("Lindhems centrum", "HANDEL", 1330, 205);
    add("square", "square", null, 13, rectangle(1330, 205, 84, 60, Math.toRadians(22)), true);
    add("building", "public", null, 13, rectangle(1330, 150, 92, 28, Math.toRadians(22)), true);
  }

  private void industry() {
    add("square", "parking", null, 13, rectangle(1520, -480, 120, 70, Math.toRadians(-18)), true);
    spot("Torpa handelsplats", "HANDEL", 1520, -480);
    add(
        "building",
        "industry",
        null,
        13,
        rectangle(1600, -580, 150, 70, Math.toRadians(-18)),
        true);
    spot("Sjöviks båthamn", "HAMN", -150, 2300);
    spot("Brandstationen", "OFFENTLIG", 1900, -330);
    add("building", "public", null, 13, rectangle(1900, -330, 60, 34, 0), true);
  }

  /** Ground that houses and small streets keep off. */
  Geometry openGround() {
    List<Geometry> open =
        all.stream().filter(Landmark::open).map(Landmark::shape).toList();
    return org.locationtech.jts.operation.union.UnaryUnionOp.union(open).buffer(5);
  }

  LineString platform() {
    return line(180, -62, 360, -60);
  }

  private static Geometry tilted(double x, double y, double length, double width) {
    return rectangle(x, y, length, width, TILT);
  }

  private void add(
      String layer, String kind, @Nullable String name, int minZoom, Geometry shape, boolean open) {
    all.add(new Landmark(layer, kind, name, minZoom, shape, open));
  }

  private void spot(String name, String kind, double x, double y) {
    spots.add(new Town.Spot(name, kind, x, y));
  }
}
