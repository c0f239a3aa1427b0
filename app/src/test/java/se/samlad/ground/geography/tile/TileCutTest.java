package se.samlad.ground.geography.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.samlad.ground.storage.NotFound;

class TileCutTest {

  @Test
  void stockholmLiesInTheTileThatTheWebPutsItIn() {
    TileAddress tile = TileAddress.at(10, World.x(18.0686), World.y(59.3293));
    assertThat(tile).isEqualTo(new TileAddress(10, 563, 301));
    assertThat(World.lon(World.x(18.0686))).isCloseTo(18.0686, within(1e-9));
    assertThat(World.lat(World.y(59.3293))).isCloseTo(59.3293, within(1e-9));
  }

  @Test
  void aShapeIsCutAtTheTilesMargin() throws ParseException {
    TileCut cut = new TileCut(new TileAddress(0, 0, 0));
    Geometry cutOff = cut.cut(read("POLYGON ((-1 -1, 2 -1, 2 2, -1 2, -1 -1))")).orElseThrow();
    double margin = TileCut.MARGIN * VectorTile.EXTENT;
    assertThat(cutOff.getEnvelopeInternal())
        .isEqualTo(
            new Envelope(-margin, VectorTile.EXTENT + margin, -margin, VectorTile.EXTENT + margin));
    assertThat(cut.cut(read("LINESTRING (1.5 0, 1.5 1)"))).isEqualTo(Optional.empty());
  }

  @Test
  void bendsSmallerThanHalfAPixelAreStraightened() throws ParseException {
    TileCut cut = new TileCut(new TileAddress(0, 0, 0));
    Geometry line = cut.cut(read("LINESTRING (0.1 0.5, 0.3 0.5004, 0.5 0.5)")).orElseThrow();
    assertThat(line.getNumPoints()).isEqualTo(2);
    assertThat(cut.cut(read("POLYGON ((0.5 0.5, 0.5001 0.5, 0.5001 0.5001, 0.5 0.5))")))
        .isEmpty();
  }

  @Test
  void aTileOutsideTheWorldIsNotThere() {
    assertThatThrownBy(() -> new TileAddress(3, 8, 0)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> new TileAddress(-1, 0, 0)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> new TileAddress(30, 0, 0)).isInstanceOf(NotFound.class);
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
