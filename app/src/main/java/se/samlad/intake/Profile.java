package se.samlad.intake;

import static se.samlad.intake.Field.AREA;
import static se.samlad.intake.Field.CODE;
import static se.samlad.intake.Field.EAST;
import static se.samlad.intake.Field.FROM;
import static se.samlad.intake.Field.FROM_DAY;
import static se.samlad.intake.Field.FROM_TIME;
import static se.samlad.intake.Field.ID;
import static se.samlad.intake.Field.LABEL;
import static se.samlad.intake.Field.MUNICIPALITY;
import static se.samlad.intake.Field.NORTH;
import static se.samlad.intake.Field.OFFENCES;
import static se.samlad.intake.Field.RECORDED;
import static se.samlad.intake.Field.STREET;
import static se.samlad.intake.Field.STREET_NUMBER;
import static se.samlad.intake.Field.TO;
import static se.samlad.intake.Field.TO_DAY;
import static se.samlad.intake.Field.TO_TIME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A source of files with how they are read (Swedish: importprofil). Three ways in which the police hand out offences come with the system;
 * others are shown once, in the browser, and saved by name.
 *
 * @param slug as written in commands, addresses and the API
 * @param name empty for those that come with the system, whose names the message files have
 */
public record Profile(String slug, String name, Mapping mapping) {

  /** One row an offence as the police hand it out: id, code with its words, days, municipality, DeSO area. */
  public static final Profile POLICE_DELIVERY = police(
      "polis-leverans",
      Map.of(
          ID, "Id",
          CODE, "Brottskod",
          LABEL, "Brottskod klartext",
          RECORDED, "Inskrivningsdatum",
          FROM_DAY, "Brottsdatum",
          MUNICIPALITY, "Kommun",
          AREA, "DeSO-område",
          OFFENCES, "Antal"),
      Set.of(LABEL));

  /** Layout A: recorded day, small area, street, code, number of offences, interval of days and times; no id. */
  public static final Profile POLICE_A = police(
      "polis-a",
      Map.of(
          RECORDED, "Inskrivningsdatum",
          AREA, "Basområde",
          STREET, "Gata",
          CODE, "Brottskod",
          OFFENCES, "Antal",
          FROM_DAY, "Brottsdag start",
          TO_DAY, "Brottsdag slut",
          FROM_TIME, "Brottstid start",
          TO_TIME, "Brottstid slut",
          MUNICIPALITY, "Kommun"),
      Set.of(MUNICIPALITY));

  /** Layout B: id, code, coordinates, street, interval of moments. */
  public static final Profile POLICE_B = police(
      "polis-b",
      Map.of(
          ID, "Id",
          CODE, "Brottskod",
          NORTH, "Latitude",
          EAST, "Longitude",
          STREET, "Gata",
          STREET_NUMBER, "Gatunr",
          FROM, "Brottsdatumtid_start",
          TO, "Brottsdatumtid_slut",
          MUNICIPALITY, "Kommun"),
      Set.of(STREET_NUMBER, MUNICIPALITY));

  /** The draft of a profile that is being shown how to read. */
  public static final String DRAFT = "utkast";

  /** Those that come with the system. */
  public static List<Profile> fixed() {
    return List.of(POLICE_DELIVERY, POLICE_A, POLICE_B);
  }

  public static Optional<Profile> find(String slug) {
    return fixed().stream().filter(profile -> profile.slug.equals(slug)).findFirst();
  }

  /** Whether it came with the system. */
  public boolean isFixed() {
    return find(slug).isPresent();
  }

  private static Profile police(String slug, Map<Field, String> columns, Set<Field> optional) {
    return new Profile(
        slug,
        "",
        new Mapping(Mapping.Target.CRIMES, columns, optional, true, "", "", Grid.WGS84, Map.of()));
  }
}
