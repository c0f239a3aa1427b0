package se.samlad.intake.feed.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;
import se.samlad.intake.feed.Feed;

/** Says how a feed stands, in the words of the page. */
@Component
class FeedWords {

  private static final List<String> ORDER = List.of(
      "listed",
      "new",
      "changed",
      "removed",
      "taken",
      "status",
      "unmapped",
      "placeless",
      "outside",
      "refused",
      "person",
      "unreadable");

  private final MessageSource messages;

  FeedWords(MessageSource messages) {
    this.messages = messages;
  }

  /** How it stands: in a word, its colour, and in a sentence. */
  record Standing(String word, String chip, String sentence) {}

  Standing standing(Feed feed, Locale locale) {
    Formats formats = Formats.in(locale);
    Feed.Failure failure = feed.failure();
    var next = feed.nextAt();
    if (failure != null && feed.failedAt() != null) {
      String why = text(failure.messageKey(), locale, failure.arguments().toArray());
      return feed.enabled() && next != null
          ? new Standing(
              text("feed.state.again", locale),
              "varn",
              why + " "
                  + text(
                      "feed.state.again.when", locale, feed.failures(), formats.tableMoment(next)))
          : new Standing(text("feed.state.stopped", locale), "", why);
    }
    if (!feed.enabled()) {
      return new Standing(text("feed.state.off", locale), "", "");
    }
    var success = feed.succeededAt();
    return success == null
        ? new Standing(text("feed.state.on", locale), "ok", text("feed.state.first", locale))
        : new Standing(
            text("feed.state.on", locale),
            "ok",
            text("feed.state.last", locale, formats.tableMoment(success)) + " "
                + counts(feed, locale));
  }

  private String counts(Feed feed, Locale locale) {
    List<String> said = new ArrayList<>();
    for (String code : ORDER) {
      int count = feed.counts().getOrDefault(code, 0);
      if (count > 0) {
        said.add(text("feed.count." + code, locale, Formats.in(locale).number(count)));
      }
    }
    return String.join(", ", said) + ".";
  }

  List<FieldError> sentences(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            text(problem.messageKey(), locale, problem.arguments().toArray())))
        .toList();
  }

  List<Crumb> crumbs(Locale locale, Crumb... more) {
    List<Crumb> crumbs = new ArrayList<>(List.of(
        new Crumb("/admin", text("web.admin", locale)),
        new Crumb("/admin/floden", text("feed.title", locale))));
    crumbs.addAll(List.of(more));
    return crumbs;
  }

  String text(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
