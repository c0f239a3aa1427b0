package se.samlad.insight.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Alarm;
import se.samlad.insight.AlarmRun;
import se.samlad.insight.Alarms;
import se.samlad.insight.Charts;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.web.AnalysisPage.AlarmList;
import se.samlad.insight.web.AnalysisPage.AlarmRow;

/** The week's alarms in words: what stands out, how many series were judged, and what chance alone would give. */
@Component
class AlarmRows {

  private final Alarms alarms;
  private final CategoryNames names;
  private final AnalysisMap map;

  AlarmRows(Alarms alarms, CategoryNames names, AnalysisMap map) {
    this.alarms = alarms;
    this.names = names;
    this.map = map;
  }

  /** The alarms of the last closed week of the request. */
  AlarmList of(AnalysisRequest request, IsoWeek week, Map<UUID, String> areas, Words words) {
    AlarmRun run = alarms.latestOrRun(request.audience(), week);
    Map<String, String> categories = names.of(words.locale());
    List<AlarmRow> rows = run.alarms().stream()
        .map(alarm -> row(alarm, week, request, areas, categories, words))
        .toList();
    return new AlarmList(
        words.say("alarms.title", week.week()),
        rows,
        note(run, rows.size(), words),
        run.state() == HotspotRun.State.READY ? how(run, words) : "");
  }

  private AlarmRow row(
      Alarm alarm,
      IsoWeek week,
      AnalysisRequest request,
      Map<UUID, String> areas,
      Map<String, String> categories,
      Words words) {
    Figure figure = alarm.figure();
    return new AlarmRow(
        map.pictures().getOrDefault(alarm.categoryGroup(), ""),
        categories.getOrDefault(alarm.categoryGroup(), alarm.categoryGroup()),
        areas.getOrDefault(alarm.area(), words.say("outside")),
        request.withSeries(week, alarm.area(), alarm.categoryGroup()),
        words.formats().number(figure.value()),
        Charts.gauge(figure, 64, 18),
        words.band(figure),
        words.say(
            "alarms.answered",
            words.formats().number(figure.answered()),
            words.formats().number(figure.asked())),
        CertaintyCode.of(alarm.certainty()));
  }

  private static String note(AlarmRun run, int alarms, Words words) {
    Formats formats = words.formats();
    return switch (run.state()) {
      case NONE -> words.say("alarms.none");
      case INSUFFICIENT -> words.say("alarms.insufficient", formats.number(run.weeks()));
      case READY ->
        (alarms == 0 ? words.say("alarms.calm") + " " : "")
            + words.count("alarms.tested", run.tested())
            + (run.others() == 0 ? "" : " " + words.count("alarms.others", run.others()));
    };
  }

  private static String how(AlarmRun run, Words words) {
    Formats formats = words.formats();
    return words.say(
        "alarms.how",
        formats.number(run.weeks()),
        formats.percent(run.level()),
        formats.decimal(run.dispersion(), 2),
        formats.number(run.draws()),
        String.valueOf(run.seed()),
        formats.moment(run.asOf()));
  }
}
