package se.samlad.demo.work;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.demo.Stories;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.measure.Dose;
import se.samlad.measure.Indicator;

/** The problems and measures of Lindesta, told in weeks before the last one; days are counted from today. */
record Agenda(List<Issue> issues, List<Deed> deeds) {

  /** A problem: where, as metres from the corner of Torget's square, what, and since when. */
  record Issue(
      String key,
      String title,
      String place,
      double x,
      double y,
      List<String> categories,
      int oldest,
      int newest) {}

  /** How far a measure has come. */
  enum Stage {
    PROPOSED,
    DECLINED,
    COMMITTED,
    ONGOING,
    LATE,
    CARRIED_OUT,
    JUDGED,
    ENDED
  }

  /**
   * A measure.
   *
   * @param decided the Tuesday it was agreed, in weeks before the meeting of this week
   * @param doneBy when it is or was done
   * @param said what the owner last said of it
   */
  record Deed(
      String issue,
      String title,
      String type,
      String owner,
      int decided,
      LocalDate doneBy,
      LocalDate followUpOn,
      String goal,
      Indicator indicator,
      String tell,
      Stage stage,
      @Nullable Dose dose,
      String said) {}

  static Agenda of(IsoWeek last, LocalDate today) {
    List<Deed> deeds = new ArrayList<>(whatWasAgreed(last, today));
    deeds.sort(Comparator.comparingInt(Deed::decided).reversed());
    return new Agenda(whatWasSeen(), deeds);
  }

  /** So many days from today; a day of the weekend becomes the Monday after, or the Friday before when it lies in the past. */
  private static LocalDate weekday(LocalDate today, int days) {
    LocalDate day = today.plusDays(days);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> days < 0 ? day.minusDays(1) : day.plusDays(2);
      case SUNDAY -> days < 0 ? day.minusDays(2) : day.plusDays(1);
      default -> day;
    };
  }

  String placeOf(Deed deed) {
    return issues.stream()
        .filter(issue -> issue.key().equals(deed.issue()))
        .map(Issue::place)
        .findFirst()
        .orElseThrow();
  }

  private static List<Issue> whatWasSeen() {
    return List.of(
        new Issue(
            "torget",
            "Samlingar och skadegörelse vid Torget och busstationen",
            "Torget–busstationen",
            125,
            120,
            List.of("SAMLING", "SKADEGORELSE"),
            3,
            0),
        new Issue(
            "lindskolan",
            "Klotter och samlingar på Lindskolans gård",
            "Lindskolan",
            1120,
            372,
            List.of("SKADEGORELSE", "SAMLING"),
            3,
            0),
        new Issue(
            "garaget",
            "Samlingar och misstänkt narkotika i garaget",
            "Parkgaraget Norra",
            190,
            622,
            List.of("NARKOTIKA", "SAMLING"),
            3,
            0),
        new Issue(
            "forsgatan",
            "Samlingar i trapphus och källare",
            "Forsgatan",
            -1050,
            -420,
            List.of("SAMLING", "TILLGREPP"),
            16,
            4),
        new Issue(
            "brinkparken",
            "Otryggt i parken kvällstid",
            "Brinkparken",
            -1190,
            225,
            List.of("OTRYGG_PLATS", "SAMLING"),
            20,
            4),
        new Issue(
            "hamnen",
            "Stölder i båthamnen",
            "Sjöviks båthamn",
            -150,
            2290,
            List.of("TILLGREPP"),
            24,
            12),
        new Issue(
            "tunneln",
            "Otrygg och nedklottrad gångtunnel",
            "Åtunneln",
            -640,
            -78,
            List.of("OTRYGG_PLATS", "SAMLING", "SKADEGORELSE"),
            51,
            Stories.LIGHTS + 1),
        new Issue(
            "ishallen",
            "Buskörning på parkeringen kvällstid",
            "Ishallens parkering",
            400,
            900,
            List.of("TRAFIK"),
            58,
            Stories.CLOSED + 1));
  }

  private static List<Deed> whatWasAgreed(IsoWeek last, LocalDate today) {
    Indicator square =
        new Indicator(List.of("SAMLING", "SKADEGORELSE"), 150, Set.of(FRIDAY, SATURDAY), 18, 24);
    Indicator school = Indicator.of(List.of("SKADEGORELSE", "SAMLING"));
    LocalDate lights = last.plus(-Stories.LIGHTS).monday();
    LocalDate closed = last.plus(-Stories.CLOSED).monday();
    return List.of(
        new Deed(
            "torget",
            "Kvällsbelysning vid busstationen",
            "BELYSNING_BATTRE",
            "Gata och park",
            1,
            weekday(today, 10),
            weekday(today, 52),
            "Högst 8 händelser per vecka i fyra veckor i rad",
            square,
            "Ljuset vid busstationen förstärks.",
            Stage.ONGOING,
            new Dose(9, 12, "kvällar"),
            "Tillfällig strålkastare på plats. Två armaturer ska bytas, en flyttas till väntkur B."),
        new Deed(
            "torget",
            "Väktarrond fredag och lördag kl. 19–23",
            "VAKTARRONDER",
            "Lindesta Bevakning",
            4,
            today,
            today,
            "",
            square,
            "Väktarna går fler rundor på Torget på helgkvällarna.",
            Stage.ONGOING,
            new Dose(6, 8, "pass"),
            "Två pass uteblev vid sjukdom, i övrigt som planerat."),
        new Deed(
            "torget",
            "Fritidsgården öppen till kl. 22 på fredagar",
            "FRITIDSAKTIVITET",
            "Fritid och fältgrupp",
            1,
            weekday(today, 22),
            weekday(today, 64),
            "",
            square,
            "Fritidsgården håller öppet längre på fredagar.",
            Stage.COMMITTED,
            null,
            ""),
        new Deed(
            "lindskolan",
            "Vuxna på skolgården efter skoltid",
            "TRYGGHETSVARDAR",
            "Grundskolan",
            3,
            today,
            today,
            "",
            school,
            "Det finns vuxna på Lindskolans gård på eftermiddagarna.",
            Stage.ONGOING,
            new Dose(11, 15, "dagar"),
            "Fungerar bra måndag till torsdag, fredagar saknar bemanning."),
        new Deed(
            "lindskolan",
            "Klotter saneras inom ett dygn",
            "SANERING_REPARATION",
            "Gata och park",
            3,
            weekday(today, 12),
            weekday(today, 30),
            "",
            Indicator.of(List.of("KLOTTER")),
            "Klotter på skolan tas bort inom ett dygn.",
            Stage.ONGOING,
            new Dose(7, 8, "saneringar"),
            "En sanering tog tre dygn på grund av kyla."),
        new Deed(
            "forsgatan",
            "Nya portlås och ljus i källargången",
            "LAS_DORRAR",
            "Lindesta Bostäder",
            8,
            weekday(today, -7),
            weekday(today, 21),
            "",
            Indicator.of(List.of("SAMLING", "TILLGREPP")),
            "Portar och lås på Forsgatan byts.",
            Stage.LATE,
            new Dose(5, 9, "portar"),
            "Leveransen av lås är försenad två veckor."),
        new Deed(
            "brinkparken",
            "Trygghetsvärdar i Brinkparken kvällstid",
            "TRYGGHETSVARDAR",
            "Lindesta Bostäder",
            5,
            weekday(today, 4),
            weekday(today, 18),
            "",
            Indicator.of(List.of("OTRYGG_PLATS", "SAMLING")),
            "Trygghetsvärdarna går genom Brinkparken varje kväll.",
            Stage.ONGOING,
            new Dose(26, 28, "kvällar"),
            "Går som planerat."),
        new Deed(
            "garaget",
            "Bättre ljus och låst trappa på plan 2",
            "BELYSNING_BATTRE",
            "Lindesta Bostäder",
            0,
            weekday(today, 28),
            weekday(today, 56),
            "",
            Indicator.of(List.of("NARKOTIKA", "SAMLING")),
            "Garaget får bättre ljus.",
            Stage.PROPOSED,
            null,
            ""),
        new Deed(
            "hamnen",
            "Väktare i hamnen varje natt",
            "VAKTARRONDER",
            "Lindesta Bevakning",
            12,
            weekday(today, -60),
            weekday(today, -30),
            "",
            Indicator.of(List.of("TILLGREPP")),
            "Väktarna går genom hamnen.",
            Stage.DECLINED,
            null,
            "Ryms inte i uppdraget. Vi föreslår båtklubbens nattvandring i stället."),
        new Deed(
            "tunneln",
            "Ny belysning och målning i Åtunneln",
            "BELYSNING_BATTRE",
            "Gata och park",
            Stories.LIGHTS + 3,
            lights,
            weekday(today, -2),
            "",
            new Indicator(
                List.of("OTRYGG_PLATS", "SAMLING", "SKADEGORELSE", "NARKOTIKA"),
                60,
                Set.of(),
                0,
                24),
            "Åtunneln har ny belysning och vita väggar.",
            Stage.JUDGED,
            new Dose(14, 14, "armaturer"),
            "Alla armaturer tända, målningen klar samma vecka."),
        new Deed(
            "ishallen",
            "Parkeringen avstängd kvällstid",
            "TRAFIKHINDER_SKYLTAR",
            "Gata och park",
            Stories.CLOSED + 2,
            closed,
            weekday(today, 5),
            "",
            new Indicator(List.of("TRAFIK"), 60, Set.of(), 0, 24),
            "Ishallens parkering är avstängd kvällstid.",
            Stage.JUDGED,
            new Dose(2, 2, "bommar"),
            "Bommarna stängs kl. 18 alla dagar."),
        new Deed(
            "torget",
            "Häcken mot Torget klippt",
            "BESKARNING_SIKT",
            "Gata och park",
            29,
            last.plus(-28).monday(),
            last.plus(-16).monday(),
            "",
            square,
            "Häcken mot Torget är klippt.",
            Stage.ENDED,
            new Dose(1, 1, "häck"),
            "Sikten är fri från kiosken till väntkurerna."));
  }
}
