package se.samlad.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in an area, as a group judges it (Swedish: läge, for example grönt, gult, rött). Levels are data.
 *
 * @param tone the colour it is drawn in, always beside its name
 * @param criteria when it holds, in words
 * @param informs who is told when an area comes to it; empty when nobody in particular
 * @param withinHours how soon; null when nobody is told
 * @param extraMeeting whether it offers a kraftsamling, an extra meeting
 */
public record AreaLevel(
    String code,
    Tone tone,
    String nameSv,
    String nameEn,
    String criteria,
    String informs,
    @Nullable Integer withinHours,
    boolean extraMeeting) {

  /** Colours of the style sheet. */
  public enum Tone {
    GREEN,
    YELLOW,
    RED,
    GREY
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameSv;
  }
}
