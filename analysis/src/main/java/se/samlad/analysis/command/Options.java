package se.samlad.analysis.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a method's options, checked against what each takes. */
public final class Options {

  private final Map<String, Option> known = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final String method;
  private final int mostRows;

  private Options(String method, int mostRows) {
    this.method = method;
    this.mostRows = mostRows;
  }

  /** Options of a method with these values; what is not among them has its default. */
  public static Options of(AnalyseMethod method, Map<String, String> given) {
    return of(new Options(method.name(), method.mostRows()), method.options(), given);
  }

  static Options of(List<Option> ofMethod, Map<String, String> given) {
    return of(new Options("the method", Input.ROW_LIMIT), ofMethod, given);
  }

  private static Options of(Options options, List<Option> ofMethod, Map<String, String> given) {
    Stream.concat(CommonOptions.ALL.stream(), ofMethod.stream())
        .forEach(option -> options.known.put(option.name(), option));
    given.forEach((name, value) -> {
      if (!options.known.containsKey(name)) {
        throw new IllegalArgumentException("There is no option --" + name);
      }
      options.values.put(name, value);
    });
    options.check();
    return options;
  }

  /** Refuses more rows than the method takes. */
  void requireRoom(int rows) {
    if (rows > mostRows) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "The input has more than %,d rows, which is the limit of %s; split it by area or period",
          mostRows,
          method));
    }
  }

  private void check() {
    for (Option option : known.values()) {
      if (option.kind() == Option.Kind.NUMBER) {
        findNumber(option.name());
      } else if (option.kind() == Option.Kind.WHOLE) {
        findWhole(option.name());
      }
    }
    if (threads() < 1 || threads() > 1024) {
      throw new IllegalArgumentException("--threads must be from 1 to 1024, not " + threads());
    }
  }

  /** The value or its default; refused when there is neither. */
  public String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(
            "Option --%s is needed: %s".formatted(name, option(name).description())));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.getOrDefault(name, orEmpty(option(name).standard())))
        .filter(value -> !value.isEmpty());
  }

  public double number(String name) {
    text(name);
    return findNumber(name).orElseThrow();
  }

  public OptionalDouble findNumber(String name) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.get());
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--%s takes a number, not \"%s\"".formatted(name, text.get()), e);
    }
    throw new IllegalArgumentException(
        "--%s takes a finite number, not %s".formatted(name, text.get()));
  }

  public int whole(String name) {
    text(name);
    long value = findWhole(name).orElseThrow();
    if (value != (int) value) {
      throw new IllegalArgumentException("--%s is too large: %d".formatted(name, value));
    }
    return (int) value;
  }

  public OptionalLong findWhole(String name) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--%s takes a whole number, not \"%s\"".formatted(name, text.get()), e);
    }
  }

  public boolean flag(String name) {
    return find(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** The name of the column, for the option made by {@link Option#column}. */
  public String column(String name) {
    return text(name + "-column");
  }

  /** Whether the user named this column, so that it must be there. */
  public boolean isGiven(String name) {
    option(name);
    return values.containsKey(name);
  }

  /** Another input file, read with the same coordinate options. */
  public Optional<Input> file(String name) {
    return find(name).map(path -> Input.read(Path.of(path), this));
  }

  public long seed() {
    return findWhole(CommonOptions.SEED_OPTION.name()).orElse(CommonOptions.SEED);
  }

  public int threads() {
    return whole(CommonOptions.THREADS.name());
  }

  private Option option(String name) {
    Option option = known.get(name);
    if (option == null) {
      throw new IllegalStateException("the method has no option " + name);
    }
    return option;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
