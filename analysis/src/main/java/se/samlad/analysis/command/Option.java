package se.samlad.analysis.command;

import org.jspecify.annotations.Nullable;

/**
 * An option of a method: {@code --name}.
 *
 * @param name without the dashes
 * @param kind what it takes
 * @param standard the value when it is not given; null when there is none
 * @param description what it means, with its unit
 */
public record Option(String name, Kind kind, @Nullable String standard, String description) {

  /** What an option takes. */
  public enum Kind {
    TEXT,
    NUMBER,
    WHOLE,
    /** Given or not, takes nothing. */
    FLAG,
    /** The name of a column. */
    COLUMN,
    /** Another file of input. */
    FILE
  }

  public static Option text(String name, @Nullable String standard, String description) {
    return new Option(name, Kind.TEXT, standard, description);
  }

  public static Option number(String name, double standard, String description) {
    return new Option(name, Kind.NUMBER, Outcome.plain(standard), description);
  }

  /** A number that may be left out. */
  public static Option number(String name, String description) {
    return new Option(name, Kind.NUMBER, null, description);
  }

  public static Option whole(String name, long standard, String description) {
    return new Option(name, Kind.WHOLE, Long.toString(standard), description);
  }

  /** A whole number that may be left out. */
  public static Option whole(String name, String description) {
    return new Option(name, Kind.WHOLE, null, description);
  }

  public static Option flag(String name, String description) {
    return new Option(name, Kind.FLAG, null, description);
  }

  /** The option {@code --NAME-column}, for the column that is called {@code standard} when nothing is said. */
  public static Option column(String name, String standard, String description) {
    return new Option(name + "-column", Kind.COLUMN, standard, description);
  }

  public static Option file(String name, String description) {
    return new Option(name, Kind.FILE, null, description);
  }
}
