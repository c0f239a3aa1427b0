package se.samlad.insight.map;

import java.util.Collection;
import java.util.UUID;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.insight.Hotspot;

/** What of a selection a map needs: points where there are few, counts in squares and areas whatever there is. */
interface MapPoints {

  /** Incidents of the selection, drawn or not. */
  int total();

  /** Incidents that are in lists and area counts alone. */
  int withoutPoint();

  int inArea(UUID area);

  int outsideAreas();

  /** How many lie in the tile that has most at the zoom. */
  int busiestTile(int zoom);

  /** The points counted in squares with sides of so many metres, a multiple of 250 doubled so many times. */
  CellCounts cells(int sideMeters);

  /** At least the points of a tile and of a margin around it. */
  PointSet near(TileAddress address);

  /** Those that lie in the cells of a place; nothing without a point is there. */
  PointSet inCells(Collection<Hotspot.Cell> place);
}
