package se.samlad.incident.recorded;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.NavItem;
import se.samlad.incident.RecordedCrime;
import se.samlad.incident.RecordedCrime.Basis;
import se.samlad.incident.RecordedCrime.Total;
import se.samlad.intake.Imports;

/** Recorded crime by area, code and month, as the chosen audience sees it. */
@Controller
@ConditionalOnWebApplication
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.ORGANISATION_COORDINATOR, Role.LEADERSHIP})
class RecordedCrimePages {

  private static final int MONTHS = 12;

  private final RecordedCrime recorded;
  private final Imports imports;
  private final Audiences audiences;
  private final Groups groups;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final MessageSource messages;

  RecordedCrimePages(
      RecordedCrime recorded,
      Imports imports,
      Audiences audiences,
      Groups groups,
      Organisations organisations,
      Tenancy tenancy,
      MessageSource messages) {
    this.recorded = recorded;
    this.imports = imports;
    this.audiences = audiences;
    this.groups = groups;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.messages = messages;
  }

  /** What the page shows. */
  record Page(
      @Nullable Basis basis,
      String audience,
      List<Choice> audiences,
      String code,
      List<Choice> codes,
      String last,
      List<Choice> lasts,
      List<String> months,
      TotalsTable areas,
      @Nullable TotalsTable codesTable,
      boolean outside,
      boolean mayImport) {}

  /** What the transaction of the audience reads. */
  private record Read(Optional<Basis> basis, YearMonth last, List<Total> totals) {}

  @GetMapping("/handelser/anmalda-brott")
  String totals(
      @RequestParam(name = "som", defaultValue = "") String as,
      @RequestParam(name = "kod", defaultValue = "") String code,
      @RequestParam(name = "till", defaultValue = "") String till,
      Model model,
      Locale locale) {
    Audience audience = audience(as);
    boolean outside =
        audience instanceof Audience.Public || audience instanceof Audience.Leadership;
    Optional<YearMonth> asked = month(till);
    Read read = tenancy.readAs(audiences.actor(audience), () -> {
      Optional<Basis> basis = recorded.basis();
      YearMonth last = asked
          .or(() -> basis.map(held -> YearMonth.from(held.lastWeek())))
          .orElse(YearMonth.now());
      return new Read(basis, last, recorded.totals(last.minusMonths(MONTHS - 1), last));
    });
    model.addAttribute("page", page(audience, outside, outside ? "" : code, read, locale));
    return "incident/recorded";
  }

  private Page page(Audience audience, boolean outside, String code, Read read, Locale locale) {
    List<YearMonth> months = IntStream.range(0, MONTHS)
        .mapToObj(back -> read.last.minusMonths(MONTHS - 1L - back))
        .toList();
    String without = messages.getMessage("recorded.withoutArea", null, locale);
    List<Total> chosen = read.totals.stream()
        .filter(total -> code.isEmpty() || total.crimeCode().equals(code))
        .toList();
    return new Page(
        read.basis.orElse(null),
        audience.key(),
        audiences.choices(CurrentActor.get()).stream()
            .map(choice -> new Choice(choice.key(), name(choice, locale)))
            .toList(),
        code,
        outside ? List.of() : codes(read.totals, locale),
        read.last.toString(),
        lasts(read, locale),
        months.stream().map(month -> shown(month, locale)).toList(),
        TotalsTable.of(
            chosen, months, total -> total.area().isEmpty() ? without : total.area(), outside),
        outside
            ? null
            : TotalsTable.of(
                byCode(chosen), months, total -> total.crimeCode() + " " + total.label(), false),
        outside,
        !imports.owners(se.samlad.intake.Mapping.Target.CRIMES).isEmpty());
  }

  private static List<Total> byCode(List<Total> totals) {
    return totals.stream().sorted(Comparator.comparing(Total::crimeCode)).toList();
  }

  private List<Choice> codes(List<Total> totals, Locale locale) {
    Map<String, String> named = new TreeMap<>();
    totals.forEach(total -> named.put(total.crimeCode(), total.crimeCode() + " " + total.label()));
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", messages.getMessage("recorded.allCodes", null, locale)));
    named.forEach((code, label) -> choices.add(new Choice(code, label)));
    return choices;
  }

  /** The last months one may choose: the ends of whole years back to the first record, and the newest. */
  private List<Choice> lasts(Read read, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    read.basis.ifPresent(basis -> {
      YearMonth first = YearMonth.from(basis.firstWeek());
      for (YearMonth month = YearMonth.from(basis.lastWeek());
          !month.isBefore(first) && choices.size() < 20;
          month = YearMonth.of(month.getYear() - 1, 12)) {
        choices.add(new Choice(
            month.toString(),
            shown(month.minusMonths(MONTHS - 1L), locale) + " – " + shown(month, locale)));
      }
    });
    if (choices.stream().noneMatch(choice -> choice.value().equals(read.last.toString()))) {
      choices.addFirst(new Choice(
          read.last.toString(),
          shown(read.last.minusMonths(MONTHS - 1L), locale) + " – " + shown(read.last, locale)));
    }
    return choices;
  }

  private static String shown(YearMonth month, Locale locale) {
    return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(month).replace(".", "");
  }

  private Audience audience(String key) {
    return key.isEmpty()
        ? audiences.of(CurrentActor.get())
        : audiences
            .find(CurrentActor.get(), key)
            .orElseThrow(() -> new NotFound("audience " + key));
  }

  private static Optional<YearMonth> month(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= 1950 && month.getYear() <= 2200) {
        return Optional.of(month);
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new InvalidInput("till", "recorded.month");
  }

  private String name(Audience audience, Locale locale) {
    return switch (audience) {
      case Audience.Group(var id) -> groups.find(id).map(WorkingGroup::name).orElse("");
      case Audience.Organisation(var id) ->
        organisations.find(id).map(Organisation::name).orElse("");
      default -> messages.getMessage("recorded.audience." + audience.key(), null, locale);
    };
  }

  /** The link to the page. */
  @Configuration(proxyBeanMethods = false)
  static class Navigation {

    @Bean
    NavItem recordedCrimeLink() {
      return NavItem.menu(
          35,
          "/handelser/anmalda-brott",
          "recorded.nav",
          "rapporter",
          Role.COORDINATOR,
          Role.GROUP_MEMBER,
          Role.ORGANISATION_COORDINATOR,
          Role.LEADERSHIP);
    }
  }
}
