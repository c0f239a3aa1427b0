package se.samlad.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Tenancy;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.file.RawRow;
import se.samlad.intake.file.Tables;
import se.samlad.intake.file.TextForm;
import se.samlad.intake.file.UnreadableFile;
import se.samlad.intake.jdbc.FileStore;
import se.samlad.intake.row.Reading;
import se.samlad.intake.row.RowReader;

/** Looks into a file that is being shown how to read; writes nothing. */
@Service
public class Drafts {

  private static final int SAMPLE = 200;
  private static final int SHOWN = 5;
  private static final int MOST_KINDS = 300;

  private final Imports imports;
  private final FileStore files;
  private final Tenancy tenancy;
  private final Areas areas;
  private final Municipalities municipalities;
  private final TextGuard guard;
  private final Clock clock;

  Drafts(
      Imports imports,
      FileStore files,
      Tenancy tenancy,
      Areas areas,
      Municipalities municipalities,
      TextGuard guard,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.tenancy = tenancy;
    this.areas = areas;
    this.municipalities = municipalities;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * What a file looks like.
   *
   * @param form how its text is written; empty for a workbook
   * @param first its first rows after the header, what the guard is certain of masked
   * @param suggested how it could be read
   * @param signs why a field was suggested, as the last part of a message key
   */
  public record Sight(
      Optional<TextForm> form,
      List<String> headings,
      List<RawRow> first,
      Mapping suggested,
      Map<Field, String> signs) {}

  /** A row as it will be read: what was wrong with it, or what it says. */
  public record Shown(int number, Reading reading) {}

  /** What the file calls a kind of event, and in how many rows. */
  public record Kind(String word, int rows, String label) {}

  /** Looks at the file; what is not said is told from it. */
  public Sight look(UUID id, TextForm said, @Nullable Boolean header) {
    return with(id, file -> {
      Optional<TextForm> form = Tables.form(file)
          .map(told -> new TextForm(
              said.encoding().isEmpty() ? told.encoding() : said.encoding(), said.separator()));
      List<RawRow> rows = Tables.first(file, form.orElse(TextForm.UNSAID), SAMPLE + 1);
      if (rows.isEmpty()) {
        throw new UnreadableFile("intake.file.empty");
      }
      boolean headed = header == null ? Guess.hasHeader(rows.getFirst()) : header;
      List<String> headings =
          headed ? rows.getFirst().cells() : RowReader.numbered(rows.getFirst()).cells();
      List<RawRow> content = headed ? rows.subList(1, rows.size()) : rows;
      Guess guess = Guess.of(headings, content, areas.locator());
      TextForm told = Tables.form(file).orElse(TextForm.UNSAID);
      Mapping suggested =
          mapping(guess, headings, headed, form.isEmpty() ? TextForm.UNSAID : filled(said, told));
      return new Sight(
          form.map(unused -> filled(said, told)),
          headings,
          content.stream().limit(SHOWN).map(this::masked).toList(),
          suggested,
          guess.signs());
    });
  }

  /** The first rows as the mapping reads them. */
  public List<Shown> read(UUID id, Mapping mapping) {
    return with(id, file -> {
      List<RawRow> rows = Tables.first(file, mapping.form(), SHOWN + 1);
      RowReader reader = reader(mapping.withCategories(asSaid(mapping, rows)), rows);
      return rows.stream()
          .skip(mapping.header() ? 1 : 0)
          .limit(SHOWN)
          .map(row -> new Shown(row.number(), reader.read(row)))
          .toList();
    });
  }

  /** What the file calls its kinds of event, the commonest first: crime codes, or free words. */
  public List<Kind> kinds(UUID id, Mapping mapping) {
    return with(id, file -> {
      Map<String, Kind> kinds = new HashMap<>();
      RowReader[] reader = new RowReader[1];
      Tables.read(file, mapping.form(), row -> {
        if (reader[0] == null) {
          reader[0] = reader(mapping, List.of(row));
          if (mapping.header()) {
            return;
          }
        }
        reader[0].kind(row).ifPresent(kind -> {
          if (kinds.size() < MOST_KINDS || kinds.containsKey(Mapping.word(kind.word()))) {
            kinds.merge(
                Mapping.word(kind.word()),
                kind,
                (one, other) -> new Kind(one.word(), one.rows() + 1, one.label()));
          }
        });
      });
      return kinds.values().stream()
          .sorted(Comparator.comparing(Kind::rows).reversed().thenComparing(Kind::word))
          .toList();
    });
  }

  /** Kinds of event are given their categories later; until then each is shown by its own word. */
  private Map<String, String> asSaid(Mapping mapping, List<RawRow> rows) {
    RowReader reader = reader(mapping, rows);
    Map<String, String> words = new HashMap<>();
    rows.forEach(row ->
        reader.kind(row).ifPresent(kind -> words.put(Mapping.word(kind.word()), kind.word())));
    return words;
  }

  private RowReader reader(Mapping mapping, List<RawRow> rows) {
    RawRow header = mapping.header() ? rows.getFirst() : RowReader.numbered(rows.getFirst());
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    String municipality = tenancy.readAs(system(), () -> municipalities.get().name());
    return new RowReader(mapping, header, today, municipality, guard);
  }

  private static TextForm filled(TextForm said, TextForm told) {
    return new TextForm(
        said.encoding().isEmpty() ? told.encoding() : said.encoding(),
        said.separator().isEmpty() ? told.separator() : said.separator());
  }

  private RawRow masked(RawRow row) {
    return new RawRow(
        row.number(),
        row.cells().stream().map(cell -> guard.guard(shortened(cell)).text()).toList());
  }

  private static String shortened(String cell) {
    return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
  }

  private static Mapping mapping(
      Guess guess, List<String> headings, boolean headed, TextForm form) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    guess.columns().forEach((field, at) -> columns.put(field, headings.get(at)));
    return new Mapping(
        guess.target(),
        columns,
        java.util.Set.of(),
        headed,
        form.encoding(),
        form.separator(),
        guess.grid(),
        Map.of());
  }

  /** Whether the actor may see the import is asked first; only then the system takes out the file. */
  private <T> T with(UUID id, Function<Path, T> work) {
    imports.get(id);
    try {
      Path file = Files.createTempFile("samlad-import", ".data");
      try {
        boolean there = tenancy.readAs(system(), () -> files.copyTo(id, file));
        if (!there) {
          throw new NotFound("file of import " + id);
        }
        return work.apply(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Actor system() {
    return Actor.system(CurrentActor.get().municipality());
  }
}
