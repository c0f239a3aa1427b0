package se.samlad.ground.geography;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.TileCut;
import se.samlad.ground.geography.tile.VectorTile;

/** The base map and the area outlines as vector tiles, gzipped; those asked for last are held. */
@Component
public class BaseTiles {

  /** The deepest zoom with tiles of its own; the browser enlarges these further in. */
  public static final int DEEPEST = 15;

  private static final int HELD_BYTES = 16 << 20;

  private record Key(String build, TileAddress tile) {}

  private final Map<Key, byte[]> held = new LinkedHashMap<>(256, 0.75f, true);
  private int heldBytes;

  /** The tile's gzipped bytes; a tile without anything in it is a valid empty one. */
  public byte[] gzipped(BaseSheet sheet, TileAddress tile) {
    Key key = new Key(sheet.build(), tile);
    synchronized (held) {
      byte[] bytes = held.get(key);
      if (bytes != null) {
        return bytes;
      }
    }
    byte[] made = gzip(make(sheet, tile));
    synchronized (held) {
      hold(key, made);
    }
    return made;
  }

  static byte[] make(BaseSheet sheet, TileAddress address) {
    VectorTile tile = new VectorTile();
    TileCut cut = new TileCut(address);
    for (BaseSheet.Shape shape : sheet.inWindow(cut.envelope(), address.z())) {
      BaseFeature feature = shape.feature();
      cut.cut(shape.world()).ifPresent(units -> {
        String name = feature.name();
        tile.layer(feature.layer())
            .add(
                0,
                units,
                name == null
                    ? Map.of("class", feature.kind())
                    : Map.of("class", feature.kind(), "name", name));
      });
    }
    for (BaseSheet.Outline area : sheet.outlines()) {
      cut.cut(area.world())
          .ifPresent(units -> tile.layer("area")
              .add(0, units, Map.of("id", area.id().toString(), "name", area.name())));
    }
    return tile.toBytes();
  }

  private void hold(Key key, byte[] bytes) {
    if (held.put(key, bytes) == null) {
      heldBytes += bytes.length;
    }
    var oldest = held.entrySet().iterator();
    while (heldBytes > HELD_BYTES && oldest.hasNext()) {
      heldBytes -= oldest.next().getValue().length;
      oldest.remove();
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return small.toByteArray();
  }
}
