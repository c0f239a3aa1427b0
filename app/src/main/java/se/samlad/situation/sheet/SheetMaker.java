package se.samlad.situation.sheet;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.web.Formats;
import se.samlad.situation.BlockKind;
import se.samlad.situation.DraftSentences;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.PictureFigures;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Peak;
import se.samlad.situation.PictureFigures.Spot;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPicture.Signature;
import se.samlad.situation.sheet.Sheet.ActionLine;
import se.samlad.situation.sheet.Sheet.Cell;
import se.samlad.situation.sheet.Sheet.Day;
import se.samlad.situation.sheet.Sheet.Hours;
import se.samlad.situation.sheet.Sheet.Part;
import se.samlad.situation.sheet.Sheet.Row;
import se.samlad.situation.sheet.Sheet.SpotLine;

/** Puts a picture and its figures into the words of the sheet. */
@Component
public class SheetMaker {

  private static final int MOST_SPOTS = 5;
  private static final int MOST_ACTIONS = 6;
  private static final int HOURS_A_COLUMN = 2;
  private static final int STEPS = 7;

  private final MessageSource messages;
  private final DraftSentences drafts;
  private final KeyFigures keys;
  private final SheetMap map;
  private final Groups groups;
  private final Municipalities municipalities;
  private final Formats formats = Formats.in(DraftSentences.LANGUAGE);

  SheetMaker(
      MessageSource messages,
      DraftSentences drafts,
      KeyFigures keys,
      SheetMap map,
      Groups groups,
      Municipalities municipalities) {
    this.messages = messages;
    this.drafts = drafts;
    this.keys = keys;
    this.map = map;
    this.groups = groups;
    this.municipalities = municipalities;
  }

  public Sheet sheet(SituationPicture picture, PictureFigures figures) {
    WorkingGroup working = groups.get(picture.group());
    String group = working.name();
    String municipality = municipalities.get().name();
    String title = drafts.title(picture.period(), DraftSentences.LANGUAGE);
    return new Sheet(
        title,
        say("subject", title, group, municipality),
        say("over", municipality, group, formats.date(picture.meetingOn())),
        say(
            "covered",
            drafts.period(picture.covered()),
            formats.dates(picture.covered().first(), picture.covered().last())),
        state(picture),
        readers(picture, group),
        rows(picture, figures),
        keys.of(figures),
        map.draw(figures.hotspots(), working),
        mapNote(figures.hotspots()),
        hours(figures.hours()),
        spots(picture, figures),
        spotsNote(figures.hotspots()),
        actions(figures.actions()),
        actionsNote(figures.actions()),
        foot(figures));
  }

  private String state(SituationPicture picture) {
    return say("state." + picture.state().name(), String.valueOf(picture.version()));
  }

  private String readers(SituationPicture picture, String group) {
    Signature signature = picture.signature();
    if (signature != null) {
      return say("signed", signature.name(), formats.tableMoment(signature.at()));
    }
    return say("readers." + picture.state().name(), group);
  }

  /** Each block a row, but what is told by hour stands beside the map. */
  private List<Row> rows(SituationPicture picture, PictureFigures figures) {
    List<Row> rows = new ArrayList<>();
    for (PictureBlock block : picture.blocks()) {
      if (block.kind() == BlockKind.MAP) {
        rows.add(new Row(part(block, figures), part(picture.block(BlockKind.WHEN), figures)));
      } else if (block.kind() != BlockKind.WHEN) {
        rows.add(new Row(part(block, figures), null));
      }
    }
    return rows;
  }

  private Part part(PictureBlock block, PictureFigures figures) {
    String written = block.text();
    String text = written == null ? drafts.text(block.kind(), figures) : written;
    String heading = block.kind() == BlockKind.WHEN
        ? say("when", block.heading(), weeks(figures.hours()))
        : block.heading();
    return new Part(
        block.kind().name(), block.ordinal(), heading, block.section(), DayPieces.of(text));
  }

  private static String weeks(PictureFigures.Hours hours) {
    String first = hours.firstWeek();
    String last = hours.lastWeek();
    return first.equals(last) ? first : first + "–" + last;
  }

  private String mapNote(PictureFigures.Spots spots) {
    return spots.list().isEmpty() ? say("map.none") : "";
  }

  private Hours hours(PictureFigures.Hours hours) {
    if (hours.hidden()) {
      return new Hours(List.of(), List.of(), say("hours.hidden"));
    }
    int[][] grouped = grouped(hours.counts());
    int most = 0;
    for (int[] day : grouped) {
      for (int count : day) {
        most = Math.max(most, count);
      }
    }
    List<Day> days = new ArrayList<>();
    for (int day = 0; day < grouped.length; day++) {
      days.add(day(DayOfWeek.of(day + 1), grouped[day], most, hours.densest()));
    }
    List<String> columns = IntStream.range(0, 24 / HOURS_A_COLUMN)
        .mapToObj(column -> String.format("%02d", column * HOURS_A_COLUMN))
        .toList();
    return new Hours(columns, days, say("hours.note"));
  }

  private Day day(DayOfWeek day, int[] counts, int most, Peak densest) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < counts.length; column++) {
      int hour = column * HOURS_A_COLUMN;
      boolean framed =
          densest.days().contains(day) && hour >= densest.fromHour() && hour < densest.toHour();
      cells.add(new Cell(counts[column], "c" + step(counts[column], most) + (framed ? " v" : "")));
    }
    return new Day(
        messages.getMessage("situation.draft.day." + day.getValue(), null, DraftSentences.LANGUAGE),
        cells);
  }

  private static int step(int count, int most) {
    return most <= STEPS ? count : (int) Math.ceil((double) count * STEPS / most);
  }

  private static int[][] grouped(int[][] counts) {
    int[][] grouped = new int[counts.length][24 / HOURS_A_COLUMN];
    for (int day = 0; day < counts.length; day++) {
      for (int hour = 0; hour < 24; hour++) {
        grouped[day][hour / HOURS_A_COLUMN] += counts[day][hour];
      }
    }
    return grouped;
  }

  private List<SpotLine> spots(SituationPicture picture, PictureFigures figures) {
    Map<String, String> proposals = picture.block(BlockKind.HOTSPOTS).proposals();
    return figures.hotspots().list().stream()
        .limit(MOST_SPOTS)
        .map(spot -> line(spot, proposals.getOrDefault(spot.name(), "")))
        .toList();
  }

  private SpotLine line(Spot spot, String proposal) {
    String certainty = switch (spot.certainty()) {
      case "CLEAR" -> "tydlig";
      case "LIKELY" -> "trolig";
      default -> "osaker";
    };
    return new SpotLine(
        spot.rank(),
        spot.name(),
        count(spot.count()),
        expected(spot.count()),
        certainty,
        messages.getMessage("web.certainty." + certainty, null, DraftSentences.LANGUAGE),
        what(spot),
        proposal);
  }

  private String what(Spot spot) {
    String when = spot.peak().days().isEmpty() ? say("spread") : drafts.hours(spot.peak());
    String categories =
        sentenceCase(String.join(", ", spot.categories().stream().limit(2).toList()));
    return when + "." + (categories.isEmpty() ? "" : " " + categories + ".");
  }

  /** Names of categories in a row: only the first begins large. */
  private static String sentenceCase(String names) {
    return names.isEmpty()
        ? names
        : names.charAt(0) + names.substring(1).toLowerCase(DraftSentences.LANGUAGE);
  }

  private String count(Count count) {
    Integer value = count.value();
    return value == null ? say("hidden") : formats.number(value);
  }

  private String expected(Count count) {
    Integer lower = count.lower();
    Integer upper = count.upper();
    return lower == null || upper == null ? say("thin") : formats.range(lower, upper);
  }

  private String spotsNote(PictureFigures.Spots spots) {
    if (!spots.ready()) {
      return say("spots." + spots.state());
    }
    if (spots.list().isEmpty()) {
      return say("spots.none");
    }
    return spots.list().size() > MOST_SPOTS
        ? say("spots.more", formats.number(spots.list().size() - MOST_SPOTS))
        : "";
  }

  private List<ActionLine> actions(PictureFigures.Actions actions) {
    return actions.list().stream()
        .limit(MOST_ACTIONS)
        .map(action -> new ActionLine(
            action.title(),
            action.owner(),
            formats.shortDate(action.doneBy()),
            say("action." + action.status()) + (action.late() ? say("action.late") : "")))
        .toList();
  }

  private String actionsNote(PictureFigures.Actions actions) {
    if (actions.list().isEmpty()) {
      return say("actions.none");
    }
    return actions.list().size() > MOST_ACTIONS
        ? say("actions.more", formats.number(actions.list().size() - MOST_ACTIONS))
        : "";
  }

  private String foot(PictureFigures figures) {
    return say("foot", formats.moment(figures.knownAt())) + " "
        + drafts.coverage(figures.answers());
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage("situation.sheet." + key, arguments, DraftSentences.LANGUAGE);
  }
}
