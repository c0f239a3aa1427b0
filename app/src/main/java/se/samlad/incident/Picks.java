package se.samlad.incident;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Incidents chosen for a verb, each with the stamp it had when the chooser saw it, so that two people acting on the same row do not
 * overwrite one another unseen. In order of id, so that two presses on the same rows wait for each other instead of locking crosswise.
 */
public record Picks(SortedMap<UUID, Integer> stamps) {

  /** A stamp that is not compared. */
  static final int UNSEEN = -1;

  public Picks {
    stamps = new TreeMap<>(stamps);
  }

  /** Chosen by a program that has looked in the same breath. */
  public static Picks of(Set<UUID> incidents) {
    return new Picks(new TreeMap<>(
        incidents.stream().collect(Collectors.toMap(incident -> incident, incident -> UNSEEN))));
  }

  /** Chosen on a page that showed these stamps. */
  public static Picks seen(Map<UUID, Integer> stamps) {
    return new Picks(new TreeMap<>(stamps));
  }

  public Set<UUID> incidents() {
    return stamps.keySet();
  }

  public int size() {
    return stamps.size();
  }
}
