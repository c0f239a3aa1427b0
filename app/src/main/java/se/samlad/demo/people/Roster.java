package se.samlad.demo.people;

import java.util.List;
import se.samlad.demo.Stories;
import se.samlad.ground.access.OrganisationKind;

/** The organisations of Lindesta, their units and how many report in each. The first unit is the one a role card reports for. */
final class Roster {

  /** A unit: its areas by name, all of them when none is named. */
  record UnitPlan(String name, int weeksAgo, int reporters, String... areas) {}

  record OrganisationPlan(
      String name, OrganisationKind kind, String reporter, boolean handsOver, UnitPlan... units) {}

  static final String POLICE = "Polisen, lokalområde";
  static final String GUARDS = "Lindesta Bevakning";
  static final String HOUSING = "Lindesta Bostäder";
  static final String SCHOOL = "Grundskolan";
  static final String LEISURE = "Fritid och fältgrupp";
  static final String STREETS = "Gata och park";
  static final String FIRE = "Räddningstjänsten";
  static final String BUSES = "Kollektivtrafiken";
  static final String CARE_NORTH = "Hemtjänst Norr";
  static final String CARE_SOUTH = "Hemtjänst Söder";
  static final String TRADE = "Centrumhandeln";
  static final String GYMNASIUM = "Gymnasiet";

  static final List<OrganisationPlan> LINDESTA = List.of(
      new OrganisationPlan(
          POLICE,
          OrganisationKind.POLICE,
          "Områdespolis",
          false,
          new UnitPlan("Områdespoliserna", 157, 5)),
      new OrganisationPlan(
          GUARDS,
          OrganisationKind.GUARD_COMPANY,
          "Väktare",
          true,
          new UnitPlan("Mobila väktare", 157, 8),
          new UnitPlan("Centrumronden", 152, 5, "Centrum", "Stationsstaden")),
      new OrganisationPlan(
          HOUSING,
          OrganisationKind.HOUSING_COMPANY,
          "Bovärd",
          false,
          new UnitPlan("Bovärdar Åbrinken", 155, 4, "Åbrinken", "Västerhagen"),
          new UnitPlan("Bovärdar Lindhem", 140, 4, "Lindhem", "Norrgärdet"),
          new UnitPlan("Trygghetsvärdar Åbrinken", Stories.MORE_EYES, 6, "Åbrinken")),
      new OrganisationPlan(
          SCHOOL,
          OrganisationKind.SCHOOL,
          "Skolvärd",
          true,
          new UnitPlan("Lindskolan", 150, 3, "Lindhem"),
          new UnitPlan("Åbrinksskolan och Sörbyskolan", 96, 3, "Åbrinken", "Sörby"),
          new UnitPlan("Norrgärdsskolan", 70, 2, "Norrgärdet")),
      new OrganisationPlan(
          LEISURE,
          OrganisationKind.LEISURE,
          "Fältsekreterare",
          false,
          new UnitPlan("Fältgruppen", 154, 4),
          new UnitPlan("Fritidsgården Kvarnen", 118, 3, "Lindhem", "Centrum")),
      new OrganisationPlan(
          STREETS,
          OrganisationKind.STREETS_AND_PARKS,
          "Driftpersonal",
          false,
          new UnitPlan("Park- och gatudrift", 148, 5)),
      new OrganisationPlan(
          FIRE,
          OrganisationKind.FIRE_AND_RESCUE,
          "Brandman",
          false,
          new UnitPlan("Station Lindesta", 130, 3)),
      new OrganisationPlan(
          BUSES,
          OrganisationKind.PUBLIC_TRANSPORT,
          "Trafikvärd",
          false,
          new UnitPlan("Trafikvärdarna", 112, 4, "Centrum", "Stationsstaden")),
      new OrganisationPlan(
          CARE_NORTH,
          OrganisationKind.HOME_CARE,
          "Hemtjänst",
          false,
          new UnitPlan("Hemtjänst Norr", 100, 2, "Norrgärdet", "Sjövik", "Kvarnberget")),
      new OrganisationPlan(
          CARE_SOUTH,
          OrganisationKind.HOME_CARE,
          "Hemtjänst",
          false,
          new UnitPlan("Hemtjänst Söder", 92, 2, "Sörby", "Stationsstaden", "Torpa")),
      new OrganisationPlan(
          TRADE,
          OrganisationKind.TRADE,
          "Butik",
          false,
          new UnitPlan("Butikerna i centrum", 80, 2, "Centrum")),
      new OrganisationPlan(
          GYMNASIUM,
          OrganisationKind.SCHOOL,
          "Skolvärd",
          true,
          new UnitPlan("Lindesta gymnasium", 64, 2, "Centrum")));

  /** The thin municipality: two organisations since ten weeks. */
  static final List<OrganisationPlan> THIN = List.of(
      new OrganisationPlan(
          "Ullesta Bostäder",
          OrganisationKind.HOUSING_COMPANY,
          "Bovärd",
          false,
          new UnitPlan("Bovärdarna", 10, 3)),
      new OrganisationPlan(
          "Fritid och skola",
          OrganisationKind.LEISURE,
          "Fritidsledare",
          false,
          new UnitPlan("Fritidsgården", 10, 2)));

  private Roster() {}
}
