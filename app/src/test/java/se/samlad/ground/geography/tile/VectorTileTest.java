package se.samlad.ground.geography.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The bytes below were worked out by hand from the tile format's description; the geometries are its own examples. */
class VectorTileTest {

  @Test
  void aPointWithAttributesIsTheseBytes() throws ParseException {
    VectorTile tile = new VectorTile();
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("a", "b");
    attributes.put("n", 3);
    tile.layer("p").add(1, read("POINT (25 17)"), attributes);
    String expected = String.join(
        "",
        "1a28", // a layer, 40 bytes
        "7802", // version 2
        "0a0170", // name "p"
        "120f", // a feature, 15 bytes
        "0801", // id 1
        "120400000101", // tags 0 0 1 1
        "1801", // a point
        "2203093222", // move to 25 17
        "1a0161", // key "a"
        "1a016e", // key "n"
        "22030a0162", // value "b"
        "22022003", // value 3
        "288020"); // extent 4096
    assertThat(HexFormat.of().formatHex(tile.toBytes())).isEqualTo(expected);
  }

  @Test
  void linesAndRingsAreStepsFromThePointBefore() throws ParseException {
    assertThat(words("LINESTRING (2 2, 2 10, 10 10)")).containsExactly(9, 4, 4, 18, 0, 16, 16, 0);
    assertThat(words("MULTILINESTRING ((2 2, 2 10, 10 10), (1 1, 3 5))"))
        .containsExactly(9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8);
    assertThat(words("POLYGON ((3 6, 8 12, 20 34, 3 6))"))
        .containsExactly(9, 6, 12, 18, 10, 12, 24, 44, 15);
    assertThat(words("MULTIPOINT ((5 7), (3 2))")).containsExactly(17, 10, 14, 3, 9);
  }

  @Test
  void outerRingsTurnOneWayAndHolesTheOther() throws ParseException {
    String square = "(11 11, 20 11, 20 20, 11 20, 11 11)";
    String hole = "(13 13, 13 17, 17 17, 17 13, 13 13)";
    String backward = "(11 11, 11 20, 20 20, 20 11, 11 11)";
    String holeBackward = "(13 13, 17 13, 17 17, 13 17, 13 13)";
    int[] right = words("POLYGON (" + square + ", " + hole + ")");
    assertThat(right)
        .containsExactly(
            9, 22, 22, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15);
    int[] turned = words("POLYGON (" + backward + ", " + holeBackward + ")");
    assertThat(turned.length).isEqualTo(right.length);
    assertThat(turned[3]).as("the line command has as many points").isEqualTo(26);
  }

  @Test
  void whatIsGoneAfterRoundingIsNotWritten() throws ParseException {
    VectorTile tile = new VectorTile();
    tile.layer("p").add(0, read("LINESTRING (1.1 1.1, 1.2 1.2)"), Map.of());
    tile.layer("p").add(0, read("POLYGON ((1 1, 1.2 1, 1.2 1.2, 1 1))"), Map.of());
    assertThat(tile.toBytes()).isEmpty();
  }

  @Test
  void negativeAndDecimalValuesKeepTheirKind() throws ParseException {
    VectorTile tile = new VectorTile();
    tile.layer("p").add(0, read("POINT (0 0)"), Map.of("d", 0.5));
    assertThat(HexFormat.of().formatHex(tile.toBytes())).contains("220919000000000000e03f");
  }

  private static int[] words(String wkt) throws ParseException {
    Commands commands = Commands.of(read(wkt));
    return java.util.Arrays.copyOf(commands.words(), commands.size());
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
