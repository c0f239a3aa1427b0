package se.samlad.situation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;
import se.samlad.situation.DraftSentences;
import se.samlad.situation.PictureState;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** The list of pictures, and where the next one is begun. */
@Controller
@RequestMapping("/lagesbilder")
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.LEADERSHIP})
class ListPages {

  private static final int ROWS = 50;
  private static final int LAST = 100_000;

  private final SituationPictures pictures;
  private final DraftSentences drafts;
  private final Groups groups;
  private final PicturePaths paths;
  private final MessageSource messages;
  private final Clock clock;

  ListPages(
      SituationPictures pictures,
      DraftSentences drafts,
      Groups groups,
      PicturePaths paths,
      MessageSource messages,
      Clock clock) {
    this.pictures = pictures;
    this.drafts = drafts;
    this.groups = groups;
    this.paths = paths;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(name = "fran", defaultValue = "0") int from, Model model, Locale locale) {
    model.addAttribute("page", page(Math.clamp(from, 0, LAST), "", "", locale));
    return "situation/list";
  }

  @PostMapping
  @RequiresRole(Role.COORDINATOR)
  ModelAndView open(
      @RequestParam(name = "grupp", defaultValue = "") String group,
      @RequestParam(name = "period", defaultValue = "") String period,
      Locale locale) {
    WorkingGroup chosen = groups.list().stream()
        .filter(one -> one.slug().equals(group))
        .findFirst()
        .orElse(null);
    Period named = Period.parse(period.strip()).orElse(null);
    if (chosen == null) {
      return again(group, period, "grupp", "situation.input.group", List.of(), locale);
    }
    if (named == null) {
      return again(group, period, "period", "situation.input.period", List.of(), locale);
    }
    try {
      return new ModelAndView("redirect:" + paths.base(pictures.open(chosen.id(), named)));
    } catch (InvalidInput invalid) {
      InputProblem problem = invalid.problems().getFirst();
      return again(group, period, "period", problem.messageKey(), problem.arguments(), locale);
    }
  }

  private ModelAndView again(
      String group,
      String period,
      String field,
      String messageKey,
      List<Object> arguments,
      Locale locale) {
    ModelAndView again = new ModelAndView("situation/list", HttpStatus.UNPROCESSABLE_CONTENT);
    again.addObject("page", page(0, group, period, locale));
    again.addObject(
        "errors",
        List.of(
            new FieldError(field, messages.getMessage(messageKey, arguments.toArray(), locale))));
    return again;
  }

  private ListPage page(int from, String group, String period, Locale locale) {
    List<SituationPicture> found = pictures.list(ROWS + 1, from);
    Map<UUID, WorkingGroup> named =
        groups.all().stream().collect(Collectors.toMap(WorkingGroup::id, Function.identity()));
    List<WorkingGroup> open = groups.list();
    return new ListPage(
        found.stream()
            .limit(ROWS)
            .map(picture -> line(picture, named.get(picture.group()), locale))
            .toList(),
        CurrentActor.get().has(Role.COORDINATOR),
        CurrentActor.get().has(Role.COORDINATOR) || CurrentActor.get().has(Role.GROUP_MEMBER),
        open.stream().map(one -> new Choice(one.slug(), one.name())).toList(),
        group,
        period.isEmpty() ? Period.of(IsoWeek.of(clock.instant())).slug() : period,
        found.size() > ROWS ? "/lagesbilder?fran=" + (from + ROWS) : null);
  }

  private ListPage.Line line(
      SituationPicture picture, @Nullable WorkingGroup group, Locale locale) {
    Formats formats = Formats.in(locale);
    SituationPicture.Signature signature = picture.signature();
    return new ListPage.Line(
        drafts.title(picture.period(), locale),
        paths.base(picture),
        group == null ? "" : group.name(),
        formats.dates(picture.covered().first(), picture.covered().last()),
        say("situation.page.state." + picture.state().name(), locale),
        chip(picture.state()),
        picture.version(),
        signature == null
            ? formats.tableMoment(picture.savedAt())
            : formats.tableMoment(signature.at()));
  }

  private static String chip(PictureState state) {
    return switch (state) {
      case DRAFT -> "varn";
      case READY -> "info";
      case SIGNED, SHARED -> "ok";
    };
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
