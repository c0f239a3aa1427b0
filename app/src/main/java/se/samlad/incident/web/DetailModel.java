package se.samlad.incident.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.incident.DuplicateSuggestions;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.Incidents;
import se.samlad.incident.Review;
import se.samlad.incident.SharingClass;
import se.samlad.incident.SourcePhotos;
import se.samlad.incident.TextReview;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportTexts.Standing;
import se.samlad.reporting.ReportTexts.State;

/** Puts together what is shown of one incident. */
@Component
class DetailModel {

  private static final Set<String> LIVING = Set.of("NEW", "PASSED");

  private final Incidents incidents;
  private final SourceStore store;
  private final DuplicateSuggestions duplicates;
  private final Review review;
  private final TextReview texts;
  private final SourcePhotos photos;
  private final WhoSees whoSees;
  private final MendModel mends;
  private final PlaceMap maps;
  private final Told told;

  DetailModel(
      Incidents incidents,
      SourceStore store,
      DuplicateSuggestions duplicates,
      Review review,
      TextReview texts,
      SourcePhotos photos,
      WhoSees whoSees,
      MendModel mends,
      PlaceMap maps,
      Told told) {
    this.incidents = incidents;
    this.store = store;
    this.duplicates = duplicates;
    this.review = review;
    this.texts = texts;
    this.photos = photos;
    this.whoSees = whoSees;
    this.mends = mends;
    this.maps = maps;
    this.told = told;
  }

  @Transactional
  public Detail get(UUID incident, Told.Names names, @Nullable UUID next) {
    return find(incident, names, next).orElseThrow(() -> new NotFound("incident " + incident));
  }

  /** The incident as the viewer sees it; reading the texts that are shown is recorded. */
  @Transactional
  public Optional<Detail> find(UUID incident, Told.Names names, @Nullable UUID next) {
    return incidents.find(incident).map(row -> detail(row, names, next));
  }

  private Detail detail(IncidentRow row, Told.Names names, @Nullable UUID next) {
    Actor actor = CurrentActor.get();
    List<Source> sources = store.of(row.id());
    List<Source> mine = sources.stream()
        .filter(source -> LIVING.contains(source.state()))
        .filter(source -> Review.passes(actor, source.owner(), source.ownerKind()))
        .toList();
    boolean passable = mine.stream().anyMatch(source -> source.state().equals("NEW"));
    String category = told.category(row.category(), names);
    String place = told.place(row, names);
    List<DuplicateSuggestions.Similar> near =
        actor.has(Role.COORDINATOR) ? duplicates.near(row.id()) : List.of();
    return new Detail(
        row.id(),
        pick(row.id(), review.stamps(Set.of(row.id()))),
        row.number(),
        told.state(row.state().name()),
        told.text("incident.title", category, place),
        Told.symbol(row.category(), names),
        told.longWhen(row),
        extra(row),
        names.area(row.areaId(), told.text("incident.area.outside")),
        place,
        precision(row),
        sources.stream().map(source -> source(source, actor, names)).toList(),
        similar(near, names),
        passable,
        !mine.isEmpty(),
        actor.has(Role.COORDINATOR),
        row.coarse(),
        passable ? null : passer(sources, actor, names),
        seers(mine, names),
        mine.isEmpty() ? "" : mine.getFirst().sharingClass(),
        row.category(),
        maps.picture(row, near, names),
        next);
  }

  static String pick(UUID incident, Map<UUID, Integer> stamps) {
    return incident + "." + stamps.getOrDefault(incident, 0);
  }

  private List<String> extra(IncidentRow row) {
    List<String> extra = new ArrayList<>();
    Integer severity = row.severity();
    if (severity != null) {
      extra.add(told.text("incident.severity." + severity));
    }
    if (row.suspected()) {
      extra.add(told.text("incident.suspected"));
    }
    if (row.ongoing()) {
      extra.add(told.text("incident.ongoing"));
    }
    if (row.indoors()) {
      extra.add(told.text("incident.indoors"));
    }
    return extra;
  }

  private String precision(IncidentRow row) {
    String precision = row.precision();
    return precision == null ? "" : told.text("incident.precision." + precision);
  }

  private Detail.SourceView source(Source source, Actor actor, Told.Names names) {
    boolean passes = Review.passes(actor, source.owner(), source.ownerKind());
    boolean reviewer = actor.has(Role.COORDINATOR) || actor.coordinates(source.owner());
    boolean living = LIVING.contains(source.state());
    Optional<Standing> text =
        source.report() == null ? Optional.empty() : texts.standing(source.id());
    String kind = textKind(source, text, reviewer);
    return new Detail.SourceView(
        source.id(),
        told.origin(source.owner(), names),
        told.kind(source.owner(), names),
        told.state(source.state()),
        source.sharingClass(),
        reviewer ? told.formats().moment(source.receivedAt()) : "",
        reviewer
            ? whoSees.sentence(
                told.origin(source.owner(), names),
                SharingClass.valueOf(source.sharingClass()),
                source.area())
            : "",
        kind,
        kind.equals("shown") ? texts.read(source.id()).text() : null,
        textNote(kind, source, text, names),
        reviewer,
        passes && living,
        passes
            && living
            && text.filter(standing -> standing.state() != State.DOUBTFUL).isPresent(),
        photos.of(source),
        passes && living ? mends.of(source, names) : MendModel.Mend.NOTHING);
  }

  /** Shown when nothing is doubted; to be reviewed by whoever may; told of as hidden when another must look first. */
  private static String textKind(Source source, Optional<Standing> text, boolean reviewer) {
    if (text.isPresent()) {
      return switch (text.get().state()) {
        case CLEAR, REVIEWED -> "shown";
        case DOUBTFUL -> reviewer ? "review" : "none";
        case PURGED -> "none";
      };
    }
    return reviewer && source.flags().contains("TEXT") ? "hidden" : "none";
  }

  private String textNote(String kind, Source source, Optional<Standing> text, Told.Names names) {
    return switch (kind) {
      case "shown" ->
        text.filter(standing -> standing.state() == State.REVIEWED).isPresent()
            ? told.text("incident.text.note.reviewed")
            : told.text("incident.text.note.clear");
      case "review" -> told.text("incident.text.note.review");
      case "hidden" -> told.text("incident.text.note.hidden", told.origin(source.owner(), names));
      default -> "";
    };
  }

  private List<Detail.SimilarView> similar(
      List<DuplicateSuggestions.Similar> near, Told.Names names) {
    Map<UUID, Integer> stamps = review.stamps(near.stream()
        .map(DuplicateSuggestions.Similar::incident)
        .collect(java.util.stream.Collectors.toSet()));
    List<Detail.SimilarView> views = new ArrayList<>();
    for (DuplicateSuggestions.Similar each : near) {
      java.time.Instant from = each.from();
      views.add(new Detail.SimilarView(
          each.incident(),
          pick(each.incident(), stamps),
          told.text("incident.title", told.category(each.category(), names), each.placeLabel()),
          from == null ? "" : told.shortMoment(from),
          told.text("incident.meters", told.formats().number(Math.round(each.meters()))),
          views.isEmpty()));
    }
    return views;
  }

  private @Nullable String passer(List<Source> sources, Actor actor, Told.Names names) {
    return sources.stream()
        .filter(source -> source.state().equals("NEW"))
        .filter(source -> !Review.passes(actor, source.owner(), source.ownerKind()))
        .findFirst()
        .map(source -> ownPasser(source)
            ? told.text("incident.passer.own", told.origin(source.owner(), names))
            : told.text("incident.passer.coordinator"))
        .orElse(null);
  }

  private static boolean ownPasser(Source source) {
    return se.samlad.ground.access.OrganisationKind.valueOf(source.ownerKind()).passesItsOwn();
  }

  private List<String> seers(List<Source> mine, Told.Names names) {
    return mine.stream()
        .map(source -> whoSees.sentence(
            told.origin(source.owner(), names),
            SharingClass.valueOf(source.sharingClass()),
            source.area()))
        .distinct()
        .toList();
  }
}
