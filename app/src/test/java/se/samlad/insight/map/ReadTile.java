package se.samlad.insight.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a vector tile back: layers, attributes and the number of geometry words, enough to count and compare. Knows nothing of the writer. */
final class ReadTile {

  /** A feature as it was read. */
  record Feature(String layer, Map<String, Object> attributes, int type) {

    String id() {
      return String.valueOf(attributes.get("id"));
    }

    int count() {
      return ((Long) attributes.get("antal")).intValue();
    }
  }

  private ReadTile() {}

  static List<Feature> read(byte[] bytes) {
    List<Feature> features = new ArrayList<>();
    ByteBuffer tile = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (tile.hasRemaining()) {
      varint(tile);
      layer(part(tile), features);
    }
    return features;
  }

  private static void layer(ByteBuffer layer, List<Feature> features) {
    String name = "";
    List<ByteBuffer> written = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    while (layer.hasRemaining()) {
      int tag = (int) varint(layer);
      switch (tag >> 3) {
        case 1 -> name = text(part(layer));
        case 2 -> written.add(part(layer));
        case 3 -> keys.add(text(part(layer)));
        case 4 -> values.add(value(part(layer)));
        default -> varint(layer);
      }
    }
    for (ByteBuffer feature : written) {
      features.add(feature(name, feature, keys, values));
    }
  }

  private static Feature feature(
      String layer, ByteBuffer feature, List<String> keys, List<Object> values) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    int type = 0;
    while (feature.hasRemaining()) {
      int tag = (int) varint(feature);
      switch (tag >> 3) {
        case 2 -> {
          ByteBuffer tags = part(feature);
          while (tags.hasRemaining()) {
            attributes.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
          }
        }
        case 3 -> type = (int) varint(feature);
        case 4 -> part(feature);
        default -> varint(feature);
      }
    }
    return new Feature(layer, attributes, type);
  }

  private static Object value(ByteBuffer value) {
    int tag = (int) varint(value);
    return switch (tag >> 3) {
      case 1 -> text(part(value));
      case 3 -> value.getDouble();
      case 7 -> varint(value) == 1;
      default -> varint(value);
    };
  }

  private static long varint(ByteBuffer from) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = from.get();
      number |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  private static ByteBuffer part(ByteBuffer from) {
    int length = (int) varint(from);
    ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    from.position(from.position() + length);
    return part;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
