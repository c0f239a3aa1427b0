package se.samlad.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.TextGuard;
import se.samlad.measure.jdbc.MeasureStore;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/**
 * What a measure must have before it may exist: problem, goal, one number to watch, owner and follow-up date. Everything that is missing
 * is said at once. Every text passes the guard, titles too.
 */
@Component
class MeasureRules {

  private static final int LINE = 160;
  private static final int SENTENCE = 300;

  private final MeasureStore store;
  private final Problems problems;
  private final Categories categories;
  private final Organisations organisations;
  private final Members members;
  private final IndicatorWords words;
  private final TextGuard guard;

  MeasureRules(
      MeasureStore store,
      Problems problems,
      Categories categories,
      Organisations organisations,
      Members members,
      IndicatorWords words,
      TextGuard guard) {
    this.store = store;
    this.problems = problems;
    this.categories = categories;
    this.organisations = organisations;
    this.members = members;
    this.words = words;
    this.guard = guard;
  }

  /** The draft in order, its texts guarded. */
  record Checked(
      String title,
      Problem problem,
      String place,
      UUID ownerOrg,
      String goal,
      Indicator indicator,
      String indicatorWords,
      LocalDate doneBy,
      LocalDate followUpOn,
      String tellReporters,
      StatutoryDecision decision) {

    /** The measure as it is stored first: version 1 of what the draft says, its place that of the problem. */
    Measure measure(
        UUID id,
        UUID group,
        String number,
        MeasureDraft draft,
        MeasureStatus status,
        @Nullable Instant approved,
        Instant createdAt) {
      return new Measure(
          id,
          number,
          title,
          draft.typeCode(),
          problem.id(),
          group,
          place,
          problem.easting(),
          problem.northing(),
          ownerOrg,
          draft.ownerMember(),
          draft.goalDropPercent(),
          goal,
          indicatorWords,
          indicator,
          doneBy,
          followUpOn,
          status,
          draft.confidential(),
          tellReporters,
          approved,
          decision,
          1,
          createdAt);
    }
  }

  Checked check(MeasureDraft draft, LocalDate today) {
    List<InputProblem> wrong = new ArrayList<>();
    String title = line(wrong, "rubrik", "measure.input.title", draft.title(), 2, LINE);
    String place = line(wrong, "plats", "measure.input.place", draft.place(), 1, LINE);
    String goal = goal(wrong, draft);
    String tell = line(wrong, "svar", "measure.input.tell", draft.tellReporters(), 2, SENTENCE);
    Problem problem = problem(wrong, draft.problem());
    type(wrong, draft.typeCode());
    UUID owner = owner(wrong, draft.ownerOrg(), draft.ownerMember());
    Indicator indicator = indicator(wrong, draft.indicator());
    LocalDate doneBy = day(wrong, "klart", "measure.input.doneBy", draft.doneBy(), today);
    LocalDate followUpOn =
        day(wrong, "uppfoljning", "measure.input.followUp", draft.followUpOn(), today);
    if (doneBy != null && followUpOn != null && followUpOn.isBefore(doneBy)) {
      wrong.add(InputProblem.of("uppfoljning", "measure.input.followUp.early"));
    }
    StatutoryDecision decision = decision(wrong, draft.decision(), today);
    if (!wrong.isEmpty()
        || problem == null
        || owner == null
        || indicator == null
        || doneBy == null
        || followUpOn == null) {
      throw new InvalidInput(wrong);
    }
    return new Checked(
        title,
        problem,
        place,
        owner,
        goal,
        indicator,
        words.say(indicator, Locale.of("sv")),
        doneBy,
        followUpOn,
        tell,
        decision);
  }

  /** Whether the guard doubts a title that has passed the check. */
  boolean doubts(String title) {
    return guard.guard(title).doubtful();
  }

  /** A note or reason with its guard's verdict. */
  TextGuard.Guarded note(String field, String text, boolean required) {
    String said = text.strip();
    if (required && said.length() < 2) {
      throw new InvalidInput(field, "measure.input.reason");
    }
    if (said.length() > 1000 || said.indexOf('\0') >= 0) {
      throw new InvalidInput(field, "measure.input.note", 1000);
    }
    return guard.guard(said);
  }

  String tell(String text) {
    List<InputProblem> wrong = new ArrayList<>();
    String told = line(wrong, "svar", "measure.input.tell", text, 2, SENTENCE);
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return told;
  }

  private String goal(List<InputProblem> wrong, MeasureDraft draft) {
    Integer drop = draft.goalDropPercent();
    if (drop != null && (drop < 1 || drop > 100)) {
      wrong.add(InputProblem.of("minskning", "measure.input.drop"));
    }
    if (draft.goal().isBlank() && drop != null) {
      return Measure.goalOf(drop);
    }
    return line(wrong, "mal", "measure.input.goal", draft.goal(), 2, SENTENCE);
  }

  private @Nullable Problem problem(List<InputProblem> wrong, @Nullable UUID id) {
    Problem found = id == null ? null : problems.find(id).orElse(null);
    if (found == null) {
      wrong.add(InputProblem.of("problem", "measure.input.problem"));
    }
    return found;
  }

  private void type(List<InputProblem> wrong, String code) {
    if (store.types().stream().noneMatch(type -> type.code().equals(code))) {
      wrong.add(InputProblem.of("typ", "measure.input.type"));
    }
  }

  private @Nullable UUID owner(
      List<InputProblem> wrong, @Nullable UUID organisation, @Nullable UUID member) {
    if (organisation == null
        || organisations.list().stream().noneMatch(org -> org.id().equals(organisation))) {
      wrong.add(InputProblem.of("ansvarig", "measure.input.owner"));
      return null;
    }
    if (member != null && members.find(member).filter(Member::active).isEmpty()) {
      wrong.add(InputProblem.of("person", "measure.input.member"));
    }
    return organisation;
  }

  private @Nullable Indicator indicator(List<InputProblem> wrong, @Nullable Indicator indicator) {
    if (indicator == null
        || indicator.codes().isEmpty()
        || indicator.codes().stream().anyMatch(code -> categories.find(code).isEmpty())) {
      wrong.add(InputProblem.of("mats", "measure.input.indicator"));
      return null;
    }
    if (indicator.radiusMeters() < 50 || indicator.radiusMeters() > 2000) {
      wrong.add(InputProblem.of("radie", "measure.input.radius"));
    }
    if (indicator.fromHour() < 0
        || indicator.fromHour() > 23
        || indicator.toHour() < 1
        || indicator.toHour() > 24
        || indicator.fromHour() == indicator.toHour()) {
      wrong.add(InputProblem.of("fran", "measure.input.hours"));
    }
    return indicator;
  }

  private static @Nullable LocalDate day(
      List<InputProblem> wrong,
      String field,
      String key,
      @Nullable LocalDate day,
      LocalDate today) {
    if (day == null || day.isBefore(today.minusYears(6)) || day.isAfter(today.plusYears(5))) {
      wrong.add(InputProblem.of(field, key));
      return null;
    }
    return day;
  }

  private StatutoryDecision decision(
      List<InputProblem> wrong, StatutoryDecision said, LocalDate today) {
    LocalDate on = said.on();
    if (on != null && (on.isAfter(today) || on.isBefore(today.minusYears(20)))) {
      wrong.add(InputProblem.of("beslutsdag", "measure.input.decisionDay"));
    }
    return new StatutoryDecision(
        part(wrong, "organ", said.body()),
        on,
        part(wrong, "paragraf", said.paragraph()),
        part(wrong, "diarienummer", said.diaryNumber()));
  }

  private @Nullable String part(List<InputProblem> wrong, String field, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : line(wrong, field, "measure.input.decision", text, 1, LINE);
  }

  private String line(
      List<InputProblem> wrong, String field, String key, String value, int shortest, int longest) {
    String text = value.strip();
    if (text.length() < shortest
        || text.length() > longest
        || text.codePoints().anyMatch(Character::isISOControl)) {
      wrong.add(InputProblem.of(field, key, longest));
      return "";
    }
    return guard.guard(text).text();
  }

  static Refused illegal(Measure measure, MeasureStatus to) {
    return new Refused(
        Refused.Kind.CONFLICT,
        "measure.refused.move",
        said("measure.status." + measure.status()),
        said("measure.status." + to));
  }

  /** A word of the sentence that is looked up in the reader's language. */
  private static DefaultMessageSourceResolvable said(String key) {
    return new DefaultMessageSourceResolvable(key);
  }
}
