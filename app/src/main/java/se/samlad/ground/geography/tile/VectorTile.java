package se.samlad.ground.geography.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A vector tile under construction (Mapbox Vector Tile 2.1). Geometries are given in tile units; rounding, direction of rings and steps are
 * done here. A layer without features is not written.
 */
public final class VectorTile {

  /** Tile units to a side. */
  public static final int EXTENT = 4096;

  public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

  private static final int VERSION = 2;

  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /** The layer of that name, made when first asked for; layers are written in that order. */
  public Layer layer(String name) {
    return layers.computeIfAbsent(name, Layer::new);
  }

  public byte[] toBytes() {
    Protobuf tile = new Protobuf();
    for (Layer layer : layers.values()) {
      if (layer.count > 0) {
        tile.messageField(3, layer.toMessage());
      }
    }
    return tile.toBytes();
  }

  /** A layer of a tile. */
  public static final class Layer {

    private final String name;
    private final Protobuf features = new Protobuf();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int count;

    private Layer(String name) {
      this.name = name;
    }

    public int count() {
      return count;
    }

    /**
     * Adds a feature, unless nothing of it is left after rounding.
     *
     * @param id a positive number that tells the feature again, 0 for none
     * @param attributes texts, whole numbers, decimal numbers and truth values
     */
    public void add(long id, Geometry units, Map<String, ?> attributes) {
      Commands commands = Commands.of(units);
      if (commands.size() == 0) {
        return;
      }
      Protobuf feature = new Protobuf();
      if (id != 0) {
        feature.varintField(1, id);
      }
      int[] tags = tags(attributes);
      feature.packedField(2, tags, tags.length);
      feature.varintField(3, commands.type());
      feature.packedField(4, commands.words(), commands.size());
      features.messageField(2, feature);
      count++;
    }

    private int[] tags(Map<String, ?> attributes) {
      int[] tags = new int[attributes.size() * 2];
      int at = 0;
      for (Map.Entry<String, ?> attribute : attributes.entrySet()) {
        tags[at++] = number(keys, attribute.getKey());
        tags[at++] = number(values, attribute.getValue());
      }
      return tags;
    }

    private static <T> int number(Map<T, Integer> known, T what) {
      Integer number = known.get(what);
      if (number == null) {
        number = known.size();
        known.put(what, number);
      }
      return number;
    }

    private Protobuf toMessage() {
      Protobuf layer = new Protobuf();
      layer.varintField(15, VERSION);
      layer.textField(1, name);
      layer.append(features);
      keys.keySet().forEach(key -> layer.textField(3, key));
      values.keySet().forEach(value -> layer.messageField(4, value(value)));
      layer.varintField(5, EXTENT);
      return layer;
    }

    private static Protobuf value(Object value) {
      Protobuf message = new Protobuf();
      switch (value) {
        case String text -> message.textField(1, text);
        case Double decimal -> message.doubleField(3, decimal);
        case Integer whole -> message.varintField(4, whole);
        case Long whole -> message.varintField(4, whole);
        case Boolean truth -> message.varintField(7, truth ? 1 : 0);
        default ->
          throw new IllegalArgumentException(
              "a tile holds no " + value.getClass().getName());
      }
      return message;
    }
  }
}
