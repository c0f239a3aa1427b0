package se.samlad.ground.privacy.names;

import java.util.List;
import java.util.Set;

/** Words that tell what the word beside them is: somebody's name, or the name of a place. */
final class NameWords {

  private static final int ROOM_FOR_FIRST_PART = 2;

  /** In front of a name, whatever it is. */
  private static final Set<String> NAMING =
      Set.of("heter", "hette", "kallas", "kallad", "kallar", "namnet", "namn", "döpt", "vid-namn");

  /** In front of somebody's name. */
  private static final Set<String> TITLES = words(
      "herr fru fröken familjen fam syskonen bröderna systrarna grannen grannarna vaktmästare vaktmästaren läraren rektor rektorn doktor"
          + " doktorn läkaren kuratorn chefen kollegan eleven eleverna pojken flickan killen tjejen mannen kvinnan gubben tanten sonen"
          + " dottern brodern brorsan systern syrran pappan mamman pappa mamma kompisen polaren vännen hyresgästen hyresgäst boende personen"
          + " ägaren föraren vakten ordningsvakten väktaren samordnaren polismannen skolvärden fritidsledaren ynglingen ungdomen grabben"
          + " morfar mormor farfar farmor exet pojkvännen flickvännen sambon maken frun brukaren klienten patienten misstänkte");

  private static final Set<String> SOMEBODY = words(
      "någon han hon hen man person kille tjej kvinna pojke flicka vuxen ungdom yngling elev granne hyresgäst vittnet personen");

  /** In front of a place's name. */
  private static final Set<String> AT = words(
      "i på vid utanför bakom framför nära invid intill kring runt genom längs kvarteret kv förskolan skolan parken restaurang restaurangen"
          + " salong salongen café caféet kiosken pizzeria pizzerian butiken hotell hotellet båten fartyget kyrkan sankt sankta villa villan"
          + " lokalen gården området byn staden ön sjön hamnen föreningen firma firman");

  /** After the name that a street or a house bears. */
  private static final Set<String> STREETS = words(
      "gata gatan väg vägen gränd gränden stig stigen torg torget park parken plats platsen plan planen skola skolan gård gården backe"
          + " backen allé allén bro bron led leden kyrka kyrkan församling kyrkogård kapell kaj kajen hamn hamnen förskola förskolan dagis"
          + " gymnasium gymnasiet bibliotek biblioteket museum museet sjukhus lasarett hall hallen centrum kvarter kvarteret källa staty statyn minne"
          + " trappa trappan tunnel tunneln varv bruk station stationen");

  /** After the name that a firm or a feast bears. */
  private static final Set<String> FIRMS = words(
      "hus huset område området konditori bageri café kafé kök livs kiosk pizzeria restaurang krog pub bar"
          + " grill salong frisör frisering åkeri bygg el rör bil bilar måleri handel ab hb blommor skor mode optik bokhandel fastigheter"
          + " ur guld taxi buss städ tvätt dag afton mässa kors marknad festival cup stiftelse");

  /** Everyday words that the dictionary lacks and that are given names. */
  private static final Set<String> EVERYDAY = words("my tor mona nike även nedre övre inre yttre");

  private static final Set<String> PARTICLES =
      words("von af de la van der den al el bin ben ibn da dos del di du le ter ten zu abu umm");

  private static final List<String> PLACE_ENDINGS =
      List.of(("gatan gata vägen väg gränd gränden stigen torget torg parken platsen"
              + " planen skolan skola gården backen allén bron leden centrum centralen station stationen kyrkan kyrka kajen hamnen stranden"
              + " badet hallen huset området rondellen viadukten tunneln kvarteret förskola gymnasiet biblioteket museet ängen höjden dalen"
              + " kullen berget sjön ån udden näset marken skogen fältet staden byn köping macken macken pizzeria kiosken affären bolaget verket"
              + " tidningen posten bladet arena arenan rinken vallen kommun län trafiken hem bostäder")
          .split(" "));

  private static final List<String> SURNAME_ENDINGS = List.of(
      ("son ström berg bergh gren lund lundh qvist kvist quist dahl stedt holm blad mann stam stål sten lén blom löf löv fors borg hult"
              + " falk roth ić ski idis oğlu")
          .split(" "));

  private NameWords() {}

  static boolean naming(String lower) {
    return NAMING.contains(lower);
  }

  static boolean title(String lower) {
    return TITLES.contains(lower);
  }

  static boolean somebody(String lower) {
    return SOMEBODY.contains(lower);
  }

  static boolean at(String lower) {
    return AT.contains(lower);
  }

  static boolean placeNoun(String lower) {
    return STREETS.contains(lower) || FIRMS.contains(lower);
  }

  static boolean street(String lower) {
    return STREETS.contains(lower);
  }

  static boolean everyday(String lower) {
    return EVERYDAY.contains(lower);
  }

  static boolean particle(String lower) {
    return PARTICLES.contains(lower);
  }

  /** Whether the word itself ends as streets, squares and houses do. */
  static boolean place(String lower) {
    String bare = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return PLACE_ENDINGS.stream()
        .anyMatch(ending -> (lower.endsWith(ending) || bare.endsWith(ending))
            && bare.length() >= ending.length() + ROOM_FOR_FIRST_PART);
  }

  /** Whether the word ends as many surnames do, in the genitive too. */
  static boolean surname(String lower) {
    String bare = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return SURNAME_ENDINGS.stream()
        .anyMatch(ending ->
            bare.endsWith(ending) && bare.length() >= ending.length() + ROOM_FOR_FIRST_PART);
  }

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.strip().split(" ")));
  }
}
