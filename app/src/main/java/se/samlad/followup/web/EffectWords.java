package se.samlad.followup.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.analysis.effect.Verdict;
import se.samlad.followup.Conclusion;
import se.samlad.followup.Evaluation;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.web.Formats;

/** The words of effect: färre, fler, har flyttat, ingen synlig flytt, går inte att avgöra. */
@Component
class EffectWords {

  private final MessageSource messages;

  EffectWords(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... arguments) {
    return messages.getMessage("followup." + key, arguments, locale());
  }

  /** A sentence by its whole key. */
  String sentence(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  Formats formats() {
    return Formats.in(locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** The whole answer in one or two sentences. */
  String of(Evaluation evaluation) {
    Verdict verdict = evaluation.verdict();
    String effect = say("effect." + verdict.effect());
    return switch (verdict.movement()) {
      case Verdict.Movement.NotAsked none -> effect;
      case Verdict.Movement.NotMeasured none -> effect;
      case Verdict.Movement.Moved moved ->
        effect + " " + say("movement.MOVED", formats().percent(Math.min(1, moved.share())));
      case Verdict.Movement.NoVisibleMove none -> effect + " " + say("movement.NO_VISIBLE_MOVE");
      case Verdict.Movement.MoveUndecided undecided -> effect + " " + say("movement.UNDECIDED");
    };
  }

  /** How many more weeks would settle whether it moved; empty when that is not the question. */
  String weeksMore(Evaluation evaluation) {
    return evaluation.verdict().movement() instanceof Verdict.Movement.MoveUndecided undecided
        ? undecided.weeksMore().isPresent()
            ? say("weeksMore", formats().number(undecided.weeksMore().getAsInt()))
            : say("weeksMore.never")
        : "";
  }

  /** What was kept when people decided. */
  String of(Conclusion kept) {
    String effect = say("effect." + kept.effect());
    String movement = switch (kept.movement()) {
      case NOT_ASKED -> "";
      case MOVED -> " " + say("movement.moved");
      case NO_VISIBLE_MOVE, UNDECIDED -> " " + say("movement." + kept.movement());
    };
    return say(
        "kept",
        formats().date(kept.asOf()),
        effect + movement,
        messages.getMessage(
            "web.certainty." + CertaintyCode.of(kept.certainty()).toLowerCase(Locale.ROOT),
            null,
            locale()),
        formats().number(kept.targetBefore()),
        formats().number(kept.targetAfter()),
        formats().number(kept.weeks()));
  }
}
