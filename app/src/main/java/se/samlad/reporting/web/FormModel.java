package se.samlad.reporting.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.FormBoard;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.ReportPhotos;
import se.samlad.reporting.SentReport;

/** Puts together what the form shows: new, kept after a refusal, for correcting, or bare for the phone to keep. */
@Component
class FormModel {

  private final Tiles tiles;
  private final Categories categories;
  private final Areas areas;
  private final Organisations organisations;
  private final PlaceReader places;
  private final ReportPhotos photos;
  private final AddedLines lines;
  private final PhoneWords words;
  private final Clock clock;

  FormModel(
      Tiles tiles,
      Categories categories,
      Areas areas,
      Organisations organisations,
      PlaceReader places,
      ReportPhotos photos,
      AddedLines lines,
      PhoneWords words,
      Clock clock) {
    this.tiles = tiles;
    this.categories = categories;
    this.areas = areas;
    this.organisations = organisations;
    this.places = places;
    this.photos = photos;
    this.lines = lines;
    this.words = words;
    this.clock = clock;
  }

  /** A body holds twenty incidents: nineteen added and the one in the form. */
  private static final int MOST_ADDED = 19;

  /** Which form it is. */
  enum Kind {
    NEW,
    SHELL,
    CORRECTION
  }

  /**
   * What the form shows.
   *
   * @param id the report's id, or the correction's own
   * @param corrected the report that is corrected
   * @param nr which of its incidents, from 0
   * @param lines what the report holds besides: incidents added before, or all those of a corrected report
   * @param jag the member's id, which the phone's queue is bound to; null in the shell
   * @param hits places to choose among, when what was typed fits several
   * @param similar what may be the same, when it has been asked for
   * @param times the quick answers that mean something now
   * @param photos how many photos the report may have; 0 where the municipality takes none, and in a correction
   */
  record Page(
      Kind kind,
      UUID id,
      @Nullable SentReport corrected,
      int nr,
      List<AddedLines.Line> lines,
      @Nullable UUID jag,
      ZonedDateTime now,
      FormBoard board,
      List<Area> areas,
      List<Organisation> organisations,
      List<se.samlad.ground.geography.Place> hits,
      List<SimilarNear.Row> similar,
      List<TimeChoice> times,
      Typed typed,
      int photos,
      String words) {

    public boolean correcting() {
      return kind == Kind.CORRECTION;
    }

    public boolean shell() {
      return kind == Kind.SHELL;
    }

    /** The corrected incident. */
    public SentReport.@Nullable Item item() {
      return corrected == null ? null : corrected.items().get(nr);
    }

    /** Whether one more incident finds room in the report. */
    public boolean room() {
      return corrected == null && lines.size() < MOST_ADDED;
    }
  }

  /** A new form, with the category of a checklist's item chosen when one is asked for. */
  Page fresh(String category) {
    Typed typed = categories
        .find(category)
        .map(found -> new Typed(Map.of("kategori", found.code())))
        .orElse(Typed.nothing());
    return page(Kind.NEW, UUID.randomUUID(), null, 0, typed);
  }

  Page shell() {
    return page(Kind.SHELL, new UUID(0, 0), null, 0, Typed.nothing());
  }

  Page again(Typed typed, UUID id) {
    return page(Kind.NEW, id, null, 0, typed);
  }

  Page asking(Typed typed, UUID id, List<SimilarNear.Row> similar) {
    return page(Kind.NEW, id, null, 0, typed, similar);
  }

  Page correction(SentReport report, int nr) {
    return page(
        Kind.CORRECTION, UUID.randomUUID(), report, nr, typed(report.items().get(nr)));
  }

  Page correctionAgain(SentReport report, int nr, Typed typed, UUID request) {
    return page(Kind.CORRECTION, request, report, nr, typed);
  }

  private Page page(Kind kind, UUID id, @Nullable SentReport corrected, int nr, Typed typed) {
    return page(kind, id, corrected, nr, typed, List.of());
  }

  private Page page(
      Kind kind,
      UUID id,
      @Nullable SentReport corrected,
      int nr,
      Typed typed,
      List<SimilarNear.Row> similar) {
    Actor actor = CurrentActor.get();
    ZonedDateTime now = clock.instant().atZone(Formats.ZONE);
    boolean shell = kind == Kind.SHELL;
    return new Page(
        kind,
        id,
        corrected,
        nr,
        corrected == null ? lines.of(typed) : lines.of(corrected),
        shell ? null : actor.requireUser(),
        now,
        shell ? tiles.bare() : tiles.board(corrected == null ? "" : typed.of("kategori")),
        areas.main(),
        shell || corrected != null ? List.of() : choices(actor),
        places.choices(typed),
        similar,
        times(now, corrected != null),
        typed,
        corrected == null && photos.rules().taken() ? ReportPhotos.MOST : 0,
        words.lines());
  }

  /** The organisations to choose among: none when the member belongs to one. */
  private List<Organisation> choices(Actor actor) {
    return actor.organisations().size() < 2
        ? List.of()
        : organisations.list().stream()
            .filter(organisation -> actor.organisations().contains(organisation.id()))
            .toList();
  }

  private static List<TimeChoice> times(ZonedDateTime now, boolean correcting) {
    List<TimeChoice> times = new ArrayList<>();
    if (correcting) {
      times.add(TimeChoice.KEEP);
    }
    for (TimeChoice choice : TimeChoice.values()) {
      if (choice != TimeChoice.KEEP && (choice.written() || choice.interval(now).isPresent())) {
        times.add(choice);
      }
    }
    return times;
  }

  private Typed typed(SentReport.Item item) {
    Map<String, String> fields = new HashMap<>();
    Optional<Category> category = categories.find(item.category());
    boolean finer =
        category.filter(found -> found.tile() == 0 && found.parent() != null).isPresent();
    String tile = finer ? category.orElseThrow().group() : item.category();
    fields.put("kategori", tile);
    if (finer) {
      fields.put("del-" + tile, item.category());
    }
    fields.put("nar", TimeChoice.KEEP.code());
    Integer severity = item.severity();
    if (severity != null) {
      fields.put("allvar", severity.toString());
    }
    String answered = Typed.ANSWER + item.category() + "-";
    item.answers().forEach((question, answer) -> fields.put(answered + question, answer));
    UUID witness = item.witnessOf();
    if (witness != null) {
      fields.put("samma", witness.toString());
    }
    tick(fields, "inomhus", item.indoors());
    tick(fields, "pagar", item.ongoing());
    tick(fields, "misstankt", item.suspected());
    return new Typed(fields);
  }

  private static void tick(Map<String, String> fields, String field, boolean on) {
    if (on) {
      fields.put(field, "ja");
    }
  }
}
