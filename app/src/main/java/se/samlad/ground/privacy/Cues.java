package se.samlad.ground.privacy;

import java.util.regex.Pattern;
import se.samlad.ground.storage.TextGuard.Kind;

/** Finds words that make a text doubtful: apartments, health, ethnicity and religion; and names by the words in front of them. */
final class Cues {

  private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String AFTER = "(?![\\p{L}\\p{N}])";

  private static final Pattern NAMED = Pattern.compile(
      "(?iu:\\b(?:heter|kallas(?: för)?|namnet|vid namn))[ ]{1,2}([A-ZÅÄÖ][a-zåäöéü]{1,24}(?:[ -][A-ZÅÄÖ][a-zåäöéü]{1,24}){0,2})");
  private static final Pattern TWO_CAPITALISED = Pattern.compile(
      "(?<=[a-zåäö,;] )([A-ZÅÄÖ][a-zåäöéü]{1,24}[ ][A-ZÅÄÖ][a-zåäöéü]{1,24}(?:son|sson|ström|berg|gren|lund|qvist|kvist|blad|man|dahl|stedt|ell|in|én))\\b");
  private static final Pattern APARTMENT = Pattern.compile("(?iu)" + BEFORE
      + "(?:lgh|lght|lägenhet|lägenheten|lägenhetsnummer|lägenhetsnr|lghnr|lgh-nr)[.:]?[ ]{0,2}(?:nr\\.?[ ]?|nummer[ ])?[A-Za-z]?[ -]?[0-9]{1,4}[A-Za-z]?"
      + AFTER);
  private static final Pattern APARTMENT_OF_ADDRESS = Pattern.compile(
      "(?iu)(?:gatan|vägen|gränd|gränden|stigen|torget|allén|backen)[ ][0-9]{1,3}[ ]?[A-Za-z]?,[ ](1[0-9]0[1-9])"
          + AFTER);
  private static final Pattern HEALTH = Pattern.compile("(?iu)" + BEFORE
      + "(?:psykisk(?:t|a)?[ ](?:sju[kt]a?|ohälsa|störd|funktions\\p{L}{1,20})|psyksju\\p{L}{1,3}|psykos(?:en|er|sjuk|sjuka)?|psykotisk(?:t|a)?|psykbryt"
      + "|schizofren\\p{L}{0,4}|bipolär(?:t|a)?|deprimerad(?:e)?|depression(?:en|er)?|missbrukar\\p{L}{0,4}|missbruksproblem\\p{L}{0,3}|narkoman\\p{L}{0,4}"
      + "|alkoholis\\p{L}{0,5}|alkoholiserad(?:e)?|knarkare|knarkaren|knarkarna|pundare|pundaren|pundarna|diagnos\\p{L}{0,4}|adhd|autis\\p{L}{0,5}|asperger\\p{L}{0,2}"
      + "|dement\\p{L}{0,3}|demens\\p{L}{0,7}|alzheimer\\p{L}{0,2}|självmord\\p{L}{0,12}|självskad\\p{L}{0,12}|suicid\\p{L}{0,4}|handikappa(?:d|de)"
      + "|funktionsneds\\p{L}{0,8}|funktionshind\\p{L}{0,8}|utvecklingsstör\\p{L}{0,5}|epilep\\p{L}{0,6}|hiv-?(?:smittad|positiv)\\p{L}{0,2}|cp-skad\\p{L}{0,3}"
      + "|rullstolsburen|rullstolsburna|abstinens\\p{L}{0,7}|metadon\\p{L}{0,12}|gravid(?:a)?|cancersjuk(?:a)?)"
      + AFTER);
  private static final Pattern ETHNICITY = Pattern.compile("(?iu)" + BEFORE
      + "(?:invandrar\\p{L}{0,6}|zigenar\\p{L}{0,3}|rom(?:er|erna|sk|ska|skt)|somali\\p{L}{0,4}|arab(?:er|erna|isk|iska|iskt)|afghan\\p{L}{0,4}|afrikan\\p{L}{0,4}"
      + "|asiat\\p{L}{0,4}|syri(?:er|erna|sk|ska)|syrian\\p{L}{0,4}|irak(?:ier|ierna|isk|iska)|iranier\\p{L}{0,2}|iransk(?:a)?|kurd(?:er|erna|isk|iska)|eritrean\\p{L}{0,4}"
      + "|alban(?:er|erna|sk|ska)|rumän(?:er|erna|sk|ska)|bulgar(?:er|erna|isk|iska)|turkar(?:na)?|muslim\\p{L}{0,4}|jud(?:e|en|ar|arna|inna|isk|iska)"
      + "|same(?:r|rna)|svart(?:a)?[ ](?:man|mannen|män|kille|killar|tjej|tjejer|person|personer|ungdomar)|svartskall\\p{L}{0,4}|blatt(?:e|en|ar|arna)|neger|negern|negrer"
      + "|utländsk(?:t|a)?[ ](?:utseende|ursprung|härkomst|bakgrund|påbrå)|utomnordisk(?:t|a)?|mörkhy\\p{L}{0,4})"
      + AFTER);

  /** How the words of health and ethnicity begin: a text without any of these is not read further. */
  private static final WordBeginnings HEALTH_BEGINS = WordBeginnings.of(
      "psy sch bip dep mis nar alk kna pun dia adh aut asp dem alz sjä sui han fun utv epi hiv cp- rul abs met gra can");

  private static final WordBeginnings ETHNICITY_BEGINS = WordBeginnings.of(
      "inv zig rom som ara afg afr asi syr ira kur eri alb rum bul tur mus jud sam sva bla neg utl uto mör");

  private Cues() {}

  static void find(Hits hits) {
    if (hits.hasDigits()) {
      hits.addAll(Kind.APARTMENT, APARTMENT);
      hits.addAll(Kind.APARTMENT, APARTMENT_OF_ADDRESS);
    }
    if (HEALTH_BEGINS.in(hits.text())) {
      hits.addAll(Kind.HEALTH, HEALTH);
    }
    if (ETHNICITY_BEGINS.in(hits.text())) {
      hits.addAll(Kind.ETHNICITY, ETHNICITY);
    }
  }

  /** Names as far as they show without any list of names: what the page can do alone. */
  static void names(Hits hits) {
    hits.addAll(Kind.NAME, NAMED);
    hits.addAll(Kind.NAME, TWO_CAPITALISED);
  }
}
