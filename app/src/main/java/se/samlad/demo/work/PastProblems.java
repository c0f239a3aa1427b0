package se.samlad.demo.work;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.problem.CauseGroup;
import se.samlad.problem.CauseSupport;
import se.samlad.problem.Causes;
import se.samlad.problem.ProblemCourse;
import se.samlad.problem.ProblemStatus;

/** What Lindesta's group has thought about its problems: causes of two of them, and one that is only watched now. */
@Component
class PastProblems {

  private final Causes causes;
  private final ProblemCourse course;
  private final JdbcClient db;

  PastProblems(Causes causes, ProblemCourse course, JdbcClient db) {
    this.causes = causes;
    this.course = course;
    this.db = db;
  }

  /** A cause; {@code behind} are the words of the direct cause it lies behind. */
  private record Why(
      String issue,
      CauseGroup group,
      @Nullable String behind,
      String words,
      CauseSupport support) {}

  private static final String SHELTERS = "Mörkt mellan väntkurerna efter klockan 18";
  private static final String WAIT = "Många väntar länge på sista bussen";
  private static final String UNSEEN = "Ingen har uppsikt sedan kiosken stängt";

  private static final List<Why> WHY = List.of(
      new Why("torget", CauseGroup.SETTING, null, SHELTERS, CauseSupport.KNOWN),
      new Why(
          "torget",
          CauseGroup.SETTING,
          SHELTERS,
          "Två armaturer är trasiga, träden skymmer en",
          CauseSupport.KNOWN),
      new Why("torget", CauseGroup.EXPOSED, null, WAIT, CauseSupport.REPORTED),
      new Why(
          "torget",
          CauseGroup.EXPOSED,
          WAIT,
          "Halvtimme mellan turerna efter klockan 21",
          CauseSupport.KNOWN),
      new Why("torget", CauseGroup.OFFENDER, null, UNSEEN, CauseSupport.REPORTED),
      new Why(
          "torget",
          CauseGroup.OFFENDER,
          null,
          "Bra tak och värme, ingen annanstans att vara",
          CauseSupport.ASSUMED),
      new Why(
          "lindskolan",
          CauseGroup.SETTING,
          null,
          "Gården syns inte från gatan bakom gymnastiksalen",
          CauseSupport.KNOWN),
      new Why(
          "lindskolan",
          CauseGroup.OFFENDER,
          null,
          "Klotter sitter kvar i flera dagar och drar till sig mer",
          CauseSupport.ASSUMED));

  /** Writes it as whoever acts, told as of the Tuesday after the last week. */
  void think(Map<String, UUID> opened, IsoWeek last) {
    Map<String, UUID> written = new HashMap<>();
    for (Why why : WHY) {
      UUID problem = Objects.requireNonNull(opened.get(why.issue()), why.issue());
      UUID behind = why.behind() == null ? null : written.get(why.behind());
      written.put(
          why.words(),
          causes.add(problem, new Causes.Draft(why.group(), behind, why.words(), why.support())));
    }
    UUID harbour = Objects.requireNonNull(opened.get("hamnen"), "hamnen");
    course.changeStatus(
        harbour,
        null,
        ProblemStatus.WATCHED,
        "Båtarna är upptagna för vintern. Vi ser igen i april.");
    Timestamp told = Timestamp.from(
        last.plus(-1).monday().plusDays(1).atTime(9, 20).atZone(IsoWeek.ZONE).toInstant());
    db.sql("update samlad.problem_event set at = :told where kind <> 'OPENED' and at > :told")
        .param("told", told)
        .update();
    db.sql("update samlad.problem_event set at = :opened where kind = 'OPENED' and at > :told")
        .param("opened", Timestamp.from(told.toInstant().minusSeconds(1800)))
        .param("told", told)
        .update();
  }
}
