package se.samlad.incident.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.incident.DuplicateSuggestions;
import se.samlad.incident.IncidentPage;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.Review;
import se.samlad.incident.SelectionParameters;
import se.samlad.incident.SelectionWords;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;

/** Puts together the inbox for whoever looks. */
@Component
class InboxModel {

  static final int PAGE = 50;
  static final String PATH = "/handelser";

  private final Incidents incidents;
  private final SelectionParameters selections;
  private final SourceStore store;
  private final DuplicateSuggestions duplicates;
  private final Review review;
  private final Waiting waiting;
  private final DetailModel details;
  private final FilterModel filters;
  private final Told told;
  private final Clock clock;

  InboxModel(
      Incidents incidents,
      SelectionParameters selections,
      SourceStore store,
      DuplicateSuggestions duplicates,
      Review review,
      Waiting waiting,
      DetailModel details,
      FilterModel filters,
      Told told,
      Clock clock) {
    this.incidents = incidents;
    this.selections = selections;
    this.store = store;
    this.duplicates = duplicates;
    this.review = review;
    this.waiting = waiting;
    this.details = details;
    this.filters = filters;
    this.told = told;
    this.clock = clock;
  }

  /** The selection an address asks for; without a period the last four weeks and what is still to come of this one. */
  IncidentSelection selection(InboxRequest request) {
    LocalDate monday = IsoWeek.of(clock.instant()).monday();
    IncidentSelection basis = IncidentSelection.between(monday.minusWeeks(3), monday.plusWeeks(1))
        .withReview(tab(request).review);
    return selections
        .read(request.parameters(), SelectionWords.PAGE, basis)
        .withReview(tab(request).review);
  }

  InboxTab tab(InboxRequest request) {
    return InboxTab.find(request.tab(), CurrentActor.get());
  }

  @Transactional
  public InboxView view(InboxRequest request) {
    InboxTab tab = tab(request);
    IncidentSelection selection = selection(request);
    Told.Names names = told.names();
    MultiValueMap<String, String> filter = filter(selection);
    IncidentPage page =
        incidents.page(selection, tab.refine, PAGE, request.after().map(InboxModel::place));
    List<InboxTab> offered = InboxTab.of(CurrentActor.get());
    Map<InboxTab, Integer> counts = offered.stream()
        .collect(Collectors.toMap(
            each -> each, each -> incidents.count(selection.withReview(each.review), each.refine)));
    String query = query(filter, tab, request.after().orElse(null));
    List<InboxView.Row> rows = rows(page, names, query, chosen(request, page).orElse(null));
    Actor actor = CurrentActor.get();
    return new InboxView(
        lead(counts, selection),
        offered.stream()
            .map(each -> new InboxView.Tab(
                each.code(),
                address(query(filter, each, null)),
                counts.getOrDefault(each, 0),
                each == tab))
            .toList(),
        tab.code(),
        filters.filter(selection, filter, names),
        rows,
        counts.getOrDefault(tab, 0),
        chosen(request, page)
            .flatMap(id -> details.find(id, names, next(page, id)))
            .orElse(null),
        query,
        InboxTab.reviews(actor),
        actor.has(Role.COORDINATOR),
        elsewhere(selection),
        page.next().map(next -> address(query(filter, tab, next.encode()))).orElse(null),
        PATH + "/export.csv?" + query(filter, tab, null),
        FilterModel.choices(names));
  }

  static IncidentPage.Place place(String word) {
    return IncidentPage.Place.parse(word)
        .orElseThrow(() -> new InvalidInput("efter", "incident.select.cursor", "efter"));
  }

  private Optional<UUID> chosen(InboxRequest request, IncidentPage page) {
    return request.chosen().or(() -> page.rows().stream().findFirst().map(IncidentRow::id));
  }

  /** The filter's own parameters; the tab says which sources count. */
  private MultiValueMap<String, String> filter(IncidentSelection selection) {
    MultiValueMap<String, String> written =
        new LinkedMultiValueMap<>(selections.write(selection, SelectionWords.PAGE));
    written.remove("granskning");
    return written;
  }

  static String query(MultiValueMap<String, String> filter, InboxTab tab, @Nullable String after) {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
    all.add(InboxRequest.TAB, tab.code());
    all.addAll(filter);
    if (after != null) {
      all.add(InboxRequest.AFTER, after);
    }
    return SelectionParameters.query(all);
  }

  static String address(String query) {
    return PATH + "?" + query;
  }

  private static @Nullable UUID next(IncidentPage page, UUID id) {
    List<UUID> ids = page.rows().stream().map(IncidentRow::id).toList();
    int at = ids.indexOf(id);
    if (at < 0) {
      return null;
    }
    return at + 1 < ids.size() ? ids.get(at + 1) : at > 0 ? ids.get(at - 1) : null;
  }

  private String lead(Map<InboxTab, Integer> counts, IncidentSelection selection) {
    String period = filters.period(selection);
    int all = counts.getOrDefault(InboxTab.ALLA, 0);
    return counts.containsKey(InboxTab.NYA)
        ? told.text(
            "incident.inbox.lead",
            told.formats().number(counts.getOrDefault(InboxTab.NYA, 0)),
            told.formats().number(all),
            period,
            waiting.all())
        : told.text("incident.inbox.lead.shared", told.formats().number(all), period);
  }

  private int elsewhere(IncidentSelection selection) {
    return waiting.outside(selection.from(), selection.to());
  }

  private List<InboxView.Row> rows(
      IncidentPage page, Told.Names names, String query, @Nullable UUID chosen) {
    Set<UUID> ids = page.rows().stream().map(IncidentRow::id).collect(Collectors.toSet());
    Map<UUID, List<Source>> sources =
        store.of(ids).stream().collect(Collectors.groupingBy(Source::incident));
    Map<UUID, Integer> stamps = review.stamps(ids);
    Map<UUID, Integer> similar =
        CurrentActor.get().has(Role.COORDINATOR) ? duplicates.counts(ids) : Map.of();
    return page.rows().stream()
        .map(row -> row(
            row,
            sources.getOrDefault(row.id(), List.of()),
            DetailModel.pick(row.id(), stamps),
            similar.getOrDefault(row.id(), 0),
            names,
            query,
            row.id().equals(chosen)))
        .toList();
  }

  private InboxView.Row row(
      IncidentRow row,
      List<Source> sources,
      String pick,
      int similar,
      Told.Names names,
      String query,
      boolean chosen) {
    Actor actor = CurrentActor.get();
    String what = told.category(row.category(), names);
    String place = told.place(row, names);
    String when = told.when(row);
    return new InboxView.Row(
        row.id(),
        pick,
        address(query + "&" + InboxRequest.CHOSEN + "=" + row.id()),
        when,
        told.day(row),
        Told.symbol(row.category(), names),
        what,
        place,
        source(sources, row, names),
        flags(sources, row, similar, actor),
        row.state().name().equals("NEW"),
        chosen,
        sources.stream()
            .anyMatch(source -> source.state().equals("NEW")
                && Review.passes(actor, source.owner(), source.ownerKind())),
        told.text("incident.choose", what, place, when + " " + told.day(row)));
  }

  private String source(List<Source> sources, IncidentRow row, Told.Names names) {
    String first = told.origin(row.ownerOrg(), names);
    return sources.size() < 2
        ? first
        : told.text("incident.sources.more", first, sources.size() - 1);
  }

  private List<InboxView.Flag> flags(
      List<Source> sources, IncidentRow row, int similar, Actor actor) {
    List<InboxView.Flag> flags = new ArrayList<>();
    if (similar > 0) {
      flags.add(new InboxView.Flag("", told.text("incident.flag.similar", similar)));
    }
    boolean reviewer = actor.has(Role.COORDINATOR) || actor.coordinates(row.ownerOrg());
    if (reviewer) {
      for (String flag : List.of("TEXT", "TIME", "PROPOSAL")) {
        if (sources.stream().anyMatch(source -> source.flags().contains(flag))) {
          flags.add(new InboxView.Flag("varn", told.text("incident.flag." + flag)));
        }
      }
    }
    return flags;
  }
}
