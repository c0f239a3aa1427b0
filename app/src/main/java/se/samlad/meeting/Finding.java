package se.samlad.meeting;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.WeekSummary;

/** Says what was found, as headings and lines of the meeting and its minutes. */
@Component
public class Finding {

  private final MessageSource messages;

  Finding(MessageSource messages) {
    this.messages = messages;
  }

  /** A count as the room may hear it: with guests, one to four is "färre än 5". */
  public String count(int count, boolean guests, Locale locale) {
    return guests && count > 0 && count < SmallNumbers.THRESHOLD
        ? text("meeting.fewerThanFive", locale)
        : Formats.in(locale).number(count);
  }

  /** 14 händelser, as the room may hear it. */
  public String incidents(int count, boolean guests, Locale locale) {
    return guests && count > 0 && count < SmallNumbers.THRESHOLD
        ? text("meeting.incidents.few", locale)
        : text("meeting.incidents", locale, count);
  }

  /** Torget–busstationen: 14 händelser, mer än väntat. */
  public String heading(Hotspot hotspot, boolean guests, Locale locale) {
    return text(
        "meeting.finding.place",
        locale,
        hotspot.name(),
        incidents(hotspot.figure().value(), guests, locale),
        word(hotspot.figure(), locale));
  }

  /** 48 händelser, mer än väntat (21–45). */
  public String heading(WeekSummary week, boolean guests, Locale locale) {
    Figure figure = week.incidents();
    String said = text(
        "meeting.finding.week",
        locale,
        Formats.in(locale).week(week.week().week()),
        incidents(figure.value(), guests, locale),
        word(figure, locale));
    return figure
        .expected()
        .map(band -> said + " "
            + text(
                "meeting.expected", locale, Formats.in(locale).range(band.lower(), band.upper())))
        .orElse(said);
  }

  /** 2 hotspots; otillräckligt underlag is said apart from calm. */
  public String heading(HotspotRun run, Locale locale) {
    return switch (run.state()) {
      case READY -> text("meeting.finding.hotspots", locale, run.hotspots().size());
      case INSUFFICIENT -> text("meeting.finding.insufficient", locale);
      case NONE -> text("meeting.finding.none", locale);
    };
  }

  /** How many were heard; silence is said apart from calm. */
  public String answered(Figure figure, Locale locale) {
    if (figure.asked() == 0) {
      return text("meeting.answered.nobodyAsked", locale);
    }
    return text("meeting.answered", locale, figure.answered(), figure.asked());
  }

  public String word(Figure figure, Locale locale) {
    return text("meeting.word." + figure.word(), locale);
  }

  private String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
