package se.samlad.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.jdbc.FormCategoryStore;
import se.samlad.ground.access.OrganisationKind;
import se.samlad.ground.storage.CurrentActor;

/** The list a new municipality starts with: categories in two levels, types of measures, crime codes. All of it may be changed afterwards. */
@Service
public class DefaultCatalogue {

  private final JdbcClient db;
  private final FormCategoryStore forms;
  private final Clock clock;

  DefaultCatalogue(JdbcClient db, FormCategoryStore forms, Clock clock) {
    this.db = db;
    this.forms = forms;
    this.clock = clock;
  }

  /** Gives the acting municipality version 1 of the catalogue; does nothing when it has one. */
  @Transactional
  public void install() {
    UUID municipality = CurrentActor.get().municipality().value();
    if (!forms.open(1, clock.instant(), "Grundlistan")) {
      return;
    }
    Map<String, List<FollowUpQuestion>> questions = questions();
    int order = 0;
    for (NamedCsvRecord row : rows("default-categories.csv")) {
      order += 10;
      forms.add(1, category(row, order, questions.getOrDefault(row.getField("code"), List.of())));
    }
    measureTypes(municipality);
    crimeCodes(municipality);
  }

  private static FormCategory category(
      NamedCsvRecord row, int order, List<FollowUpQuestion> questions) {
    String parent = row.getField("parent");
    return new FormCategory(
        new Category(
            1,
            row.getField("code"),
            parent.isEmpty() ? null : parent,
            row.getField("sv"),
            row.getField("en"),
            row.getField("icon"),
            order,
            Integer.parseInt(row.getField("tile")),
            row.getField("coming").equals("1"),
            row.getField("coarse").equals("1"),
            Integer.parseInt(row.getField("meters")),
            Integer.parseInt(row.getField("hours")),
            false),
        Arrays.stream(row.getField("first").split(" "))
            .filter(kind -> !kind.isEmpty())
            .map(OrganisationKind::valueOf)
            .collect(Collectors.toSet()),
        Set.of(),
        "",
        "",
        questions);
  }

  /** The questions of each category: a row for each option, those of a question together. */
  private static Map<String, List<FollowUpQuestion>> questions() {
    Map<String, Map<String, FollowUpQuestion>> read = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows("default-questions.csv")) {
      FollowUpQuestion.Option option = new FollowUpQuestion.Option(
          row.getField("option"), row.getField("option_sv"), row.getField("option_en"));
      read.computeIfAbsent(row.getField("category"), code -> new LinkedHashMap<>())
          .merge(
              row.getField("question"),
              new FollowUpQuestion(
                  row.getField("question"),
                  row.getField("sv"),
                  row.getField("en"),
                  List.of(option)),
              (question, more) -> question.with(option));
    }
    Map<String, List<FollowUpQuestion>> questions = new HashMap<>();
    read.forEach((category, asked) -> questions.put(category, List.copyOf(asked.values())));
    return questions;
  }

  private void measureTypes(UUID municipality) {
    int order = 0;
    for (NamedCsvRecord row : rows("default-measure-types.csv")) {
      order += 10;
      db.sql("""
              insert into samlad.measure_type (municipality_id, code, kind, name_sv, name_en, effect, sort_order)
              values (:municipality, :code, :kind, :sv, :en, :effect, :order)
              """)
          .param("municipality", municipality)
          .param("code", row.getField("code"))
          .param("kind", row.getField("kind"))
          .param("sv", row.getField("sv"))
          .param("en", row.getField("en"))
          .param("effect", row.getField("effect"))
          .param("order", order)
          .update();
    }
  }

  private void crimeCodes(UUID municipality) {
    for (NamedCsvRecord row : rows("default-crime-codes.csv")) {
      db.sql("""
              insert into samlad.crime_code (municipality_id, code, label, category_code)
              values (:municipality, :code, :label, :category)
              """)
          .param("municipality", municipality)
          .param("code", row.getField("code"))
          .param("label", row.getField("label"))
          .param("category", row.getField("category"))
          .update();
    }
  }

  private static List<NamedCsvRecord> rows(String resource) {
    var stream = Objects.requireNonNull(
        DefaultCatalogue.class.getResourceAsStream("/catalogue/" + resource),
        resource + " is part of the jar");
    try (var reader = CsvReader.builder()
        .fieldSeparator(';')
        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
