package se.samlad.ground.geography.tile;

import org.locationtech.jts.geom.Envelope;
import se.samlad.ground.storage.NotFound;

/**
 * A square of the web's map (Web Mercator). The world is a square of side 1 with its corner in the north-west; at zoom z it is cut into
 * 2^z by 2^z tiles.
 */
public record TileAddress(int z, int x, int y) {

  public static final int DEEPEST = 22;

  public TileAddress {
    if (z < 0 || z > DEEPEST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw new NotFound("tile " + z + "/" + x + "/" + y);
    }
  }

  /** The tile at a zoom that a point of the world lies in. */
  public static TileAddress at(int z, double worldX, double worldY) {
    int last = (1 << z) - 1;
    return new TileAddress(
        z,
        Math.clamp((int) Math.floor(worldX * (1 << z)), 0, last),
        Math.clamp((int) Math.floor(worldY * (1 << z)), 0, last));
  }

  /** The tile's side, where the world's is 1. */
  public double side() {
    return 1.0 / (1 << z);
  }

  public double left() {
    return x * side();
  }

  public double top() {
    return y * side();
  }

  /** What the tile covers of the world, widened on each side by a share of its own side. */
  public Envelope envelope(double margin) {
    double wider = margin * side();
    return new Envelope(
        left() - wider, left() + side() + wider, top() - wider, top() + side() + wider);
  }
}
