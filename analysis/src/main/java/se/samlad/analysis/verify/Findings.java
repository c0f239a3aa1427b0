package se.samlad.analysis.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was compared in one folder: a list of value groups in the order they were opened. */
public final class Findings {

  private final List<ValueGroup> groups = new ArrayList<>();

  /** A group whose values may differ by so much. */
  public ValueGroup group(String name, double tolerance) {
    return group(name, Tolerance.absolute(tolerance));
  }

  /** The group of this name, opened when there is none yet. */
  public ValueGroup group(String name, Tolerance tolerance) {
    Objects.requireNonNull(tolerance);
    for (ValueGroup group : groups) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    ValueGroup group = new ValueGroup(name, tolerance);
    groups.add(group);
    return group;
  }

  public List<ValueGroup> groups() {
    return List.copyOf(groups);
  }

  /** Holds when there are groups and every one of them does. */
  public boolean ok() {
    return !groups.isEmpty() && groups.stream().allMatch(ValueGroup::ok);
  }
}
