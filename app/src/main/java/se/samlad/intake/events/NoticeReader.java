package se.samlad.intake.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer of the police's API. Hours below ten have no leading zero there, and when something took place stands only in the
 * notice's name, without a year: the year is the one that puts it before the publication.
 */
final class NoticeReader {

  private static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm:ss xxx", Locale.ROOT);
  private static final List<String> MONTHS = List.of(
      "januari",
      "februari",
      "mars",
      "april",
      "maj",
      "juni",
      "juli",
      "augusti",
      "september",
      "oktober",
      "november",
      "december");
  private static final Pattern HAPPENED =
      Pattern.compile("([0-9]{1,2}) ([a-z]+) ([0-9]{1,2})[.:]([0-9]{2}),.*");
  private static final Pattern PATH = Pattern.compile("/aktuellt/[a-z0-9/_-]{1,300}");
  private static final int LONGEST_TYPE = 80;
  private static final int LONGEST_SUMMARY = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(10)
              .maxStringLength(20_000)
              .maxNumberLength(40)
              .build())
          .build())
      .build();

  private NoticeReader() {}

  /** What was read, and how many notices could not be. */
  record Reading(List<Notice> notices, int unreadable) {
    Reading {
      notices = List.copyOf(notices);
    }
  }

  /** Reads the list; an empty or broken answer is a failure, so that it is never taken for "no notices". */
  static Reading read(byte[] body) {
    JsonNode tree = tree(body);
    if (!tree.isArray() || tree.isEmpty()) {
      throw OutgoingFailure.of(Kind.ANSWER, "police.answer.empty");
    }
    List<Notice> notices = new ArrayList<>();
    int unreadable = 0;
    for (JsonNode node : tree) {
      Optional<Notice> notice = notice(node);
      notice.ifPresent(notices::add);
      unreadable += notice.isPresent() ? 0 : 1;
    }
    if (notices.isEmpty()) {
      throw OutgoingFailure.of(Kind.ANSWER, "police.answer.other");
    }
    return new Reading(notices, unreadable);
  }

  private static JsonNode tree(byte[] body) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      throw OutgoingFailure.of(Kind.ANSWER, "police.answer.empty");
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw OutgoingFailure.of(Kind.ANSWER, "police.answer.other");
    }
  }

  private static Optional<Notice> notice(JsonNode node) {
    long id = node.path("id").asLong(0);
    String published = text(node, "datetime", 40);
    String place = text(node.path("location"), "name", 80);
    String type = text(node, "type", LONGEST_TYPE);
    if (id <= 0 || place.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(published, PUBLISHED).toInstant();
      String path = text(node, "url", 310);
      return Optional.of(new Notice(
          id,
          at,
          happened(text(node, "name", 300), at),
          type,
          place,
          text(node, "summary", LONGEST_SUMMARY),
          PATH.matcher(path).matches() ? path : ""));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static @Nullable Instant happened(String name, Instant published) {
    Matcher matcher = HAPPENED.matcher(name);
    int month = matcher.matches() ? MONTHS.indexOf(matcher.group(2)) + 1 : 0;
    if (month == 0) {
      return null;
    }
    int year = LocalDate.ofInstant(published, IsoWeek.ZONE).getYear();
    try {
      LocalTime time =
          LocalTime.of(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
      Instant here = at(year, month, matcher.group(1), time);
      return here.isAfter(published.plusSeconds(86_400))
          ? at(year - 1, month, matcher.group(1), time)
          : here;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant at(int year, int month, String day, LocalTime time) {
    return LocalDate.of(year, month, Integer.parseInt(day))
        .atTime(time)
        .atZone(IsoWeek.ZONE)
        .toInstant();
  }

  private static String text(JsonNode node, String field, int longest) {
    String text =
        node.path(field).asString("").replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
