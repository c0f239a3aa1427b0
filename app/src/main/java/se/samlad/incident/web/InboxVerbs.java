package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.incident.Corrections;
import se.samlad.incident.Picks;
import se.samlad.incident.Review;
import se.samlad.incident.RowViewer;
import se.samlad.incident.SharingClass;
import se.samlad.incident.Undo;
import se.samlad.incident.Witnesses;

/**
 * The verbs of the inbox: {@code POST /handelser/verb/...}. Each takes chosen rows {@code h} (id and stamp), the query it was pressed
 * under and the row to show next, and leads back there with one undo bar; pressed on an incident's own page it leads back to that. A
 * refusal shows the inbox as it stands now, with the sentence.
 */
@Controller
@RequestMapping("/handelser")
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
class InboxVerbs {

  private static final int MOST = 500;
  private static final Pattern PICK = Pattern.compile("([0-9a-fA-F-]{36})\\.([0-9]{1,9})");

  private final Review review;
  private final Witnesses witnesses;
  private final Corrections corrections;
  private final Undo undo;
  private final InboxModel inbox;
  private final InboxPages pages;
  private final IncidentPages incidents;
  private final Told told;

  InboxVerbs(
      Review review,
      Witnesses witnesses,
      Corrections corrections,
      Undo undo,
      InboxModel inbox,
      InboxPages pages,
      IncidentPages incidents,
      Told told) {
    this.review = review;
    this.witnesses = witnesses;
    this.corrections = corrections;
    this.undo = undo;
    this.inbox = inbox;
    this.pages = pages;
    this.incidents = incidents;
    this.told = told;
  }

  /** A verb of the inbox, as its address names it. */
  enum Verb {
    GODKANN,
    AVVISA,
    KATEGORI,
    DELNING,
    SLA_IHOP,
    DELA_UPP,
    TID,
    TID_STAMMER,
    RATTA,
    BEHALL;

    static Verb of(String name) {
      return Arrays.stream(values())
          .filter(verb -> verb.code().equals(name))
          .findFirst()
          .orElseThrow(() -> new se.samlad.ground.storage.NotFound("verb " + name));
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What a form sent.
   *
   * @param h chosen rows, id and stamp
   * @param kalla a source, when the verb is about one
   * @param tid when it happened, in local time
   * @param tillbaka the query the verb was pressed under
   * @param nasta the row to show next
   * @param sida the incident whose own page it was pressed on
   */
  record Pressed(
      @Nullable List<String> h,
      @Nullable String kalla,
      @Nullable String skal,
      @Nullable String kategori,
      @Nullable String delning,
      @Nullable String tid,
      @Nullable String tillbaka,
      @Nullable String nasta,
      @Nullable String sida) {}

  @PostMapping("/verb/{verb}")
  String press(
      @PathVariable("verb") String name,
      Pressed pressed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    Verb verb = Verb.of(name);
    try {
      Partial.done(flash, verb.name(), done(verb, pressed));
      return back(pressed, true);
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      return again(
          pressed, List.of(new FieldError("h", told.refusal(refused))), request, response, model);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return again(pressed, told.errors(invalid), request, response, model);
    }
  }

  @PostMapping("/gjort/{deed}/angra")
  String takeBack(
      @PathVariable("deed") UUID deed,
      Pressed pressed,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    try {
      undo.deed(deed);
    } catch (Refused refused) {
      response.setStatus(Sentences.status(refused));
      return again(
          pressed, List.of(new FieldError("h", told.refusal(refused))), request, response, model);
    }
    flash.addFlashAttribute("notice", "incident.undone");
    return back(pressed, false);
  }

  private Review.Done done(Verb verb, Pressed pressed) {
    Picks picks = picks(pressed.h());
    return switch (verb) {
      case GODKANN -> review.pass(picks);
      case AVVISA -> review.dismiss(picks, text(pressed.skal()));
      case KATEGORI ->
        review.recategorise(picks, text(pressed.kategori()).toUpperCase(Locale.ROOT));
      case DELNING -> review.share(picks, source(pressed), sharingClass(pressed));
      case SLA_IHOP -> witnesses.merge(picks);
      case DELA_UPP -> witnesses.split(picks.stamps().firstEntry(), oneSource(pressed));
      case TID ->
        corrections.time(
            picks.stamps().firstEntry(), oneSource(pressed), Optional.of(time(pressed)));
      case TID_STAMMER ->
        corrections.time(picks.stamps().firstEntry(), oneSource(pressed), Optional.empty());
      case RATTA -> corrections.accept(picks.stamps().firstEntry(), oneSource(pressed));
      case BEHALL -> corrections.refuse(picks.stamps().firstEntry(), oneSource(pressed));
    };
  }

  private static Picks picks(@Nullable List<String> chosen) {
    if (chosen == null || chosen.isEmpty()) {
      throw new InvalidInput("h", "incident.pick.none");
    }
    if (chosen.size() > MOST) {
      throw new InvalidInput("h", "incident.pick.many", MOST);
    }
    Map<UUID, Integer> stamps = new HashMap<>();
    for (String each : chosen) {
      Matcher matcher = PICK.matcher(each);
      Optional<UUID> id =
          matcher.matches() ? InboxRequest.uuid(matcher.group(1)) : Optional.empty();
      if (id.isEmpty()) {
        throw new InvalidInput("h", "incident.pick.unread");
      }
      stamps.put(id.get(), Integer.valueOf(matcher.group(2)));
    }
    return Picks.seen(stamps);
  }

  private static Optional<UUID> source(Pressed pressed) {
    String said = text(pressed.kalla());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(InboxRequest.uuid(said)
        .orElseThrow(() -> new InvalidInput("kalla", "incident.pick.source")));
  }

  private static UUID oneSource(Pressed pressed) {
    return source(pressed).orElseThrow(() -> new InvalidInput("kalla", "incident.pick.source"));
  }

  private static Instant time(Pressed pressed) {
    try {
      return LocalDateTime.parse(text(pressed.tid())).atZone(IsoWeek.ZONE).toInstant();
    } catch (DateTimeParseException unread) {
      throw new InvalidInput("tid", "incident.mend.time.unread");
    }
  }

  private static SharingClass sharingClass(Pressed pressed) {
    String said = text(pressed.delning());
    return Arrays.stream(SharingClass.values())
        .filter(each -> each.name().equals(said))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("delning", "incident.share.unknown"));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String back(Pressed pressed, boolean onward) {
    Optional<UUID> page = InboxRequest.uuid(text(pressed.sida()));
    if (page.isPresent()) {
      return "redirect:" + InboxModel.PATH + "/" + page.get();
    }
    InboxRequest under = InboxRequest.of(pressed.tillbaka());
    UUID next = onward ? InboxRequest.uuid(text(pressed.nasta())).orElse(null) : null;
    return "redirect:"
        + InboxModel.address(
            se.samlad.incident.SelectionParameters.query(under.choosing(next).parameters()));
  }

  private String again(
      Pressed pressed,
      List<FieldError> errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("typed", text(pressed.skal()));
    Optional<UUID> page = InboxRequest.uuid(text(pressed.sida()));
    if (page.isPresent()) {
      return incidents.shown(page.get(), model);
    }
    Optional<UUID> chosen = pressed.h() == null || pressed.h().isEmpty()
        ? Optional.empty()
        : InboxRequest.uuid(pressed.h().getFirst().split("\\.")[0]);
    InboxRequest under = InboxRequest.of(pressed.tillbaka());
    model.addAttribute(
        "page",
        RowViewer.as(() -> inbox.view(chosen.isEmpty() ? under : under.choosing(chosen.get()))));
    return pages.shown(model, request, response);
  }
}
