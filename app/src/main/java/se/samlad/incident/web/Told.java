package se.samlad.incident.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.CategorySymbols;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.SourceKinds;

/** Words for what the pages show, in the reader's language. */
@Component
class Told {

  private final MessageSource messages;
  private final Categories categories;
  private final CategorySymbols symbols;
  private final Areas areas;
  private final SourceKinds origins;

  Told(
      MessageSource messages,
      Categories categories,
      CategorySymbols symbols,
      Areas areas,
      SourceKinds origins) {
    this.messages = messages;
    this.categories = categories;
    this.symbols = symbols;
    this.areas = areas;
    this.origins = origins;
  }

  /** What rows refer to, read once for a page. */
  record Names(
      Map<String, Category> categories,
      Map<String, String> symbols,
      List<Area> areas,
      Map<UUID, SourceKinds.Origin> origins,
      Locale locale) {

    String area(@org.jspecify.annotations.Nullable UUID id, String outside) {
      return areas.stream()
          .filter(area -> area.id().equals(id))
          .map(Area::name)
          .findFirst()
          .orElse(outside);
    }
  }

  Names names() {
    return new Names(
        categories.current().stream()
            .collect(Collectors.toMap(Category::code, category -> category)),
        symbols.byGroup(),
        areas.main(),
        origins.all(),
        LocaleContextHolder.getLocale());
  }

  String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  Formats formats() {
    return Formats.in(LocaleContextHolder.getLocale());
  }

  /** A category by its name; one that has left the catalogue by its code. */
  String category(String code, Names names) {
    Category category = names.categories().get(code);
    return category == null
        ? categories
            .find(code)
            .map(found -> found.name(names.locale().getLanguage()))
            .orElse(code)
        : category.name(names.locale().getLanguage());
  }

  /** The shape of a category's group, the same as on every map. */
  static String symbol(String code, Names names) {
    Category category = names.categories().get(code);
    String group = category == null ? code : category.group();
    return names.symbols().getOrDefault(group, CategorySymbols.OTHERS);
  }

  String place(IncidentRow row, Names names) {
    String area = names.area(row.areaId(), text("incident.area.outside"));
    return row.coarse() || row.placeLabel().isBlank() ? area : row.placeLabel();
  }

  /** An owner by name where the viewer may know it, else the kind of organisation. */
  String origin(UUID owner, Names names) {
    SourceKinds.Origin origin = names.origins().get(owner);
    if (origin == null) {
      return "";
    }
    return origin.name().isEmpty() ? kind(owner, names) : origin.name();
  }

  String kind(UUID owner, Names names) {
    SourceKinds.Origin origin = names.origins().get(owner);
    return origin == null ? "" : text("incident.kind." + origin.kind());
  }

  /** lör 21.40, or 02.10–06.00; the week where no time is seen. */
  String when(IncidentRow row) {
    Formats formats = formats();
    java.time.Instant from = row.from();
    java.time.Instant to = row.to();
    if (from == null || to == null) {
      return formats.week(row.week());
    }
    java.time.LocalDate day = from.atZone(Formats.ZONE).toLocalDate();
    String start = formats.weekday(day) + " " + formats.tableTime(from);
    return to.equals(from) ? start : start + "–" + formats.tableTime(to);
  }

  /** 21 nov 21.40. */
  String shortMoment(java.time.Instant at) {
    return formats().shortDate(at.atZone(Formats.ZONE).toLocalDate()) + " "
        + formats().tableTime(at);
  }

  /** 21 nov; empty where no time is seen. */
  String day(IncidentRow row) {
    java.time.Instant from = row.from();
    return from == null ? "" : formats().shortDate(from.atZone(Formats.ZONE).toLocalDate());
  }

  /** lördag 21 november 2026 kl. 21.40. */
  String longWhen(IncidentRow row) {
    Formats formats = formats();
    java.time.Instant from = row.from();
    java.time.Instant to = row.to();
    if (from == null || to == null) {
      return text(
          "incident.when.week",
          formats.week(row.week()),
          String.valueOf(se.samlad.ground.calendar.IsoWeek.of(row.week()).year()));
    }
    String start =
        formats.longDate(from.atZone(Formats.ZONE).toLocalDate()) + " " + formats.time(from);
    return to.equals(from) ? start : start + " – " + formats.moment(to);
  }

  InboxView.Flag state(String state) {
    String kind = switch (state) {
      case "NEW" -> "petrol";
      case "PASSED" -> "ok";
      default -> "";
    };
    return new InboxView.Flag(kind, text("incident.state." + state));
  }

  List<FieldError> errors(InvalidInput invalid) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(), text(problem.messageKey(), problem.arguments().toArray())))
        .toList();
  }

  String refusal(Refused refused) {
    return text(refused.messageKey(), refused.arguments().toArray());
  }
}
