package se.samlad.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;

/**
 * An {@link IncidentSelection} as the parameters of an address, and back:
 * {@code ?vecka=2026-v47&omrade=centrum&kategori=skadegorelse&dag=5,6&timme=19-23}. Every list, map, export and API call reads its
 * filter here, so that a link means the same everywhere. What is absent keeps the value of the given basis; parameters of other names are
 * left alone. Wrong values are told all at once, each with its own sentence.
 *
 * <p>A period is {@code vecka} (one week, or {@code 2026-v44--2026-v47}) or {@code fran} and {@code till}, both included. Hours
 * {@code 19-23} are the whole hours 19 to 23. Several values stand with commas between, or the parameter is repeated.
 */
@Component
public class SelectionParameters {

  private static final Pattern WEEKS = Pattern.compile("([^-]+-[^-]+)(?:--([^-]+-[^-]+))?");
  private static final Pattern HOURS = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_TEXT = 100;

  private final Areas areas;
  private final Categories categories;
  private final Organisations organisations;
  private final Clock clock;

  SelectionParameters(
      Areas areas, Categories categories, Organisations organisations, Clock clock) {
    this.areas = areas;
    this.categories = categories;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Reads a selection.
   *
   * @throws InvalidInput with a problem for each parameter that cannot be read, or that names what the actor does not see
   */
  @Transactional(readOnly = true)
  public IncidentSelection read(
      Map<String, ? extends List<String>> parameters,
      SelectionWords words,
      IncidentSelection basis) {
    Reader reader = new Reader(parameters, words);
    LocalDate[] period = reader.period(basis);
    List<String> areaTexts = reader.values(words.area);
    boolean outside = areaTexts.size() == 1 && areaTexts.getFirst().equalsIgnoreCase(words.outside);
    int[] hours = reader.hours(basis);
    IncidentSelection.By by = reader.choice(words.by, basis.by(), words::of);
    IncidentSelection.Review review = reader.choice(words.review, basis.review(), words::of);
    Optional<Instant> knownAt = reader.knownAt(basis);
    Set<UUID> readAreas = areaTexts.isEmpty()
        ? basis.areas()
        : outside ? Set.of() : reader.all(words.area, areaTexts, this::area);
    Set<String> readCategories = reader.setOr(basis.categories(), words.category, this::category);
    Set<UUID> readOrganisations =
        reader.setOr(basis.organisations(), words.organisation, this::organisation);
    Set<DayOfWeek> weekdays = reader.setOr(basis.weekdays(), words.weekday, Reader::weekday);
    String text = reader.text(basis.text());
    reader.refuseIfWrong();
    return new IncidentSelection(
        period[0],
        period[1],
        by,
        knownAt,
        review,
        readAreas,
        areaTexts.isEmpty() ? basis.outsideAreas() : outside,
        readCategories,
        readOrganisations,
        weekdays,
        hours[0],
        hours[1],
        text);
  }

  /** The parameters that {@link #read} turns into this selection again, whatever its basis was for period and review state. */
  @Transactional(readOnly = true)
  public MultiValueMap<String, String> write(IncidentSelection selection, SelectionWords words) {
    return SelectionWriter.write(selection, words, areaTexts(selection.areas()));
  }

  /** As {@link #write}, ready to stand after the question mark. */
  @Transactional(readOnly = true)
  public String query(IncidentSelection selection, SelectionWords words) {
    return query(write(selection, words));
  }

  /** Parameters as they stand after the question mark. */
  public static String query(Map<String, ? extends List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream()
            .map(value -> entry.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
        .collect(Collectors.joining("&"));
  }

  private List<String> areaTexts(Set<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : areas.main().stream()
            .filter(area -> ids.contains(area.id()))
            .map(area -> area.code().contains(",") ? area.id().toString() : area.code())
            .toList();
  }

  private Optional<UUID> area(String text) {
    return areas.main().stream()
        .filter(
            area -> area.code().equalsIgnoreCase(text) || area.id().toString().equals(text))
        .map(Area::id)
        .findFirst();
  }

  private Optional<String> category(String text) {
    return categories.find(text.toUpperCase(Locale.ROOT)).map(found -> found.code());
  }

  /** A group sees sources by kind, so only an EST coordinator asks for any owner; others ask for those they coordinate. */
  private Optional<UUID> organisation(String text) {
    Actor actor = CurrentActor.get();
    return Reader.uuid(text)
        .filter(id -> actor.has(Role.COORDINATOR) || actor.coordinates(id))
        .filter(id -> organisations.find(id).isPresent());
  }

  /** Reads one address, and gathers what is wrong with it. */
  private final class Reader {

    private final Map<String, ? extends List<String>> parameters;
    private final SelectionWords words;
    private final List<InputProblem> problems = new ArrayList<>();

    Reader(Map<String, ? extends List<String>> parameters, SelectionWords words) {
      this.parameters = parameters;
      this.words = words;
    }

    void refuseIfWrong() {
      if (!problems.isEmpty()) {
        throw new InvalidInput(problems);
      }
    }

    List<String> values(String name) {
      List<String> sent = parameters.get(name);
      List<String> values = sent == null
          ? List.of()
          : sent.stream()
              .flatMap(value -> Arrays.stream(value.split(",")))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .distinct()
              .limit(MOST_VALUES + 1L)
              .toList();
      if (values.size() > MOST_VALUES) {
        wrong(name, "many", MOST_VALUES);
      }
      return values;
    }

    LocalDate[] period(IncidentSelection basis) {
      Optional<String> weeks = one(words.week);
      if (weeks.isPresent()) {
        return weeks(weeks.get(), basis);
      }
      LocalDate from = one(words.from).map(text -> date(words.from, text)).orElse(basis.from());
      LocalDate to = one(words.to).map(text -> date(words.to, text).plusDays(1)).orElse(basis.to());
      if (!from.isBefore(to)) {
        wrong(one(words.to).isPresent() ? words.to : words.from, "order");
        return new LocalDate[] {basis.from(), basis.to()};
      }
      return new LocalDate[] {from, to};
    }

    private LocalDate[] weeks(String text, IncidentSelection basis) {
      Matcher matcher = WEEKS.matcher(text);
      Optional<IsoWeek> first =
          matcher.matches() ? IsoWeek.parse(matcher.group(1)) : Optional.empty();
      Optional<IsoWeek> last =
          first.isEmpty() || matcher.group(2) == null ? first : IsoWeek.parse(matcher.group(2));
      if (first.isEmpty() || last.isEmpty() || last.get().compareTo(first.get()) < 0) {
        wrong(words.week, "week");
        return new LocalDate[] {basis.from(), basis.to()};
      }
      return new LocalDate[] {first.get().monday(), last.get().monday().plusWeeks(1)};
    }

    private LocalDate date(String name, String text) {
      try {
        LocalDate date = LocalDate.parse(text);
        if (!date.isBefore(EARLIEST) && date.isBefore(LATEST)) {
          return date;
        }
      } catch (DateTimeParseException e) {
        // Told below, as a date that lies too far off.
      }
      wrong(name, "date");
      return name.equals(words.from) ? EARLIEST : LATEST;
    }

    int[] hours(IncidentSelection basis) {
      Optional<String> text = one(words.hours);
      if (text.isEmpty()) {
        return new int[] {basis.fromHour(), basis.toHour()};
      }
      Matcher matcher = HOURS.matcher(text.get());
      int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 99;
      int last = first == 99 ? 99 : Integer.parseInt(matcher.group(2));
      if (first > 23 || last > 23) {
        wrong(words.hours, "hours");
        return new int[] {0, 24};
      }
      return new int[] {first, last + 1};
    }

    Optional<Instant> knownAt(IncidentSelection basis) {
      Optional<String> text = one(words.knownAt);
      if (text.isEmpty()) {
        return basis.knownAt();
      }
      try {
        Instant moment = Instant.parse(text.get());
        if (!moment.isAfter(clock.instant()) && moment.isAfter(Instant.EPOCH)) {
          return Optional.of(moment);
        }
      } catch (DateTimeParseException e) {
        // Told below, as a moment that has not been.
      }
      wrong(words.knownAt, "knownAt");
      return Optional.empty();
    }

    <E extends Enum<E>> E choice(String name, E basis, Function<E, String> word) {
      Optional<String> text = one(name);
      if (text.isEmpty()) {
        return basis;
      }
      E[] all = basis.getDeclaringClass().getEnumConstants();
      for (E each : all) {
        if (word.apply(each).equalsIgnoreCase(text.get())) {
          return each;
        }
      }
      wrong(name, "choice", Arrays.stream(all).map(word).collect(Collectors.joining(", ")));
      return basis;
    }

    <T> Set<T> setOr(Set<T> basis, String name, Function<String, Optional<T>> find) {
      List<String> texts = values(name);
      return texts.isEmpty() ? basis : all(name, texts, find);
    }

    <T> Set<T> all(String name, List<String> texts, Function<String, Optional<T>> find) {
      Set<T> found = new LinkedHashSet<>();
      for (String text : texts) {
        Optional<T> one = plain(text) ? find.apply(text) : Optional.empty();
        one.ifPresentOrElse(found::add, () -> wrong(name, "unknown"));
      }
      return found;
    }

    String text(String basis) {
      Optional<String> text = one(words.text);
      if (text.isPresent() && (text.get().length() > LONGEST_TEXT || !plain(text.get()))) {
        wrong(words.text, "text", LONGEST_TEXT);
      }
      return text.orElse(basis);
    }

    private Optional<String> one(String name) {
      List<String> sent = parameters.get(name);
      return sent == null
          ? Optional.empty()
          : sent.stream().map(String::strip).filter(value -> !value.isEmpty()).findFirst();
    }

    private void wrong(String name, String kind, Object... more) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(name);
      arguments.addAll(Arrays.asList(more));
      InputProblem problem = new InputProblem(name, "incident.select." + kind, arguments);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }

    private static boolean plain(String text) {
      return text.length() <= 200 && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<DayOfWeek> weekday(String text) {
      return EnumSet.allOf(DayOfWeek.class).stream()
          .filter(day -> String.valueOf(day.getValue()).equals(text))
          .findFirst();
    }

    private static Optional<UUID> uuid(String text) {
      try {
        return Optional.of(UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
