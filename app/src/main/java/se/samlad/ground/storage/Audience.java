package se.samlad.ground.storage;

import java.util.UUID;

/**
 * For whom a figure, list, tile or document is computed. A viewer's rights map to an audience; a group's document is computed for the
 * group's audience and never the writer's, so that a signed figure can be made again.
 */
public sealed interface Audience {

  /** A text that tells audiences apart, used as key of caches, runs and frozen figures. */
  String key();

  record Public() implements Audience {
    @Override
    public String key() {
      return "public";
    }
  }

  /** Leadership and steering groups: aggregates under the rule of fewer than five. */
  record Leadership() implements Audience {
    @Override
    public String key() {
      return "leadership";
    }
  }

  /** A working group of level local, operative or preparatory. */
  record Group(UUID id) implements Audience {
    @Override
    public String key() {
      return "group:" + id;
    }
  }

  /** An organisation's own coordinator. */
  record Organisation(UUID id) implements Audience {
    @Override
    public String key() {
      return "organisation:" + id;
    }
  }

  /** The EST coordinator, who sees what is not yet passed as well. */
  record Coordinator() implements Audience {
    @Override
    public String key() {
      return "coordinator";
    }
  }
}
