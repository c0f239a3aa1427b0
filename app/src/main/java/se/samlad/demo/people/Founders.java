package se.samlad.demo.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.demo.people.Cast.Party;
import se.samlad.demo.people.Cast.Squad;
import se.samlad.demo.people.Roster.OrganisationPlan;
import se.samlad.demo.people.Roster.UnitPlan;
import se.samlad.demo.town.Town;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.access.Grant;
import se.samlad.ground.access.GroupCycle;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Units;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.AreaRegister;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Deadlines;
import se.samlad.reporting.Deadlines.Deadline;

/** Gives a new demo municipality its catalogue, areas, organisations, groups and people, through the verbs an administrator uses. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Founders {

  private static final Locale SWEDISH = Locale.of("sv");

  private final DefaultCatalogue catalogue;
  private final AreaRegister register;
  private final Organisations organisations;
  private final Units units;
  private final Groups groups;
  private final Members members;
  private final Deadlines deadlines;
  private final JdbcClient db;

  Founders(
      DefaultCatalogue catalogue,
      AreaRegister register,
      Organisations organisations,
      Units units,
      Groups groups,
      Members members,
      Deadlines deadlines,
      JdbcClient db) {
    this.catalogue = catalogue;
    this.register = register;
    this.organisations = organisations;
    this.units = units;
    this.groups = groups;
    this.members = members;
    this.deadlines = deadlines;
    this.db = db;
  }

  /** Lindesta: twelve organisations, a local EST group, a steering group and somebody behind every role card. */
  public Cast lindesta(Town town, IsoWeek last) {
    return wholeTown(town, last, Set.of());
  }

  /** As Lindesta, but the group member behind the card sits in a second local group, of some of the areas. */
  public Cast simulated(Town town, IsoWeek last, Set<String> memberAreas) {
    return wholeTown(town, last, memberAreas);
  }

  private Cast wholeTown(Town town, IsoWeek last, Set<String> memberAreas) {
    Map<String, UUID> areas = areas(town, last);
    List<Party> parties = parties(Roster.LINDESTA, areas, last);
    UUID group = group(
        "est-gruppen",
        "EST-gruppen",
        GroupLevel.LOCAL,
        GroupCycle.WEEK,
        "Stadshuset, rum Linden",
        areas);
    UUID steering = group(
        "styrgruppen",
        "Styrgruppen för trygghet",
        GroupLevel.STEERING,
        GroupCycle.TERTIAL,
        "Stadshuset, sal Ån",
        areas);
    UUID coordinator = members
        .add("EST-samordnaren", SWEDISH, List.of(Grant.of(Role.COORDINATOR)))
        .id();
    members.playDemo(coordinator, DemoRole.SAMORDNARE);
    groups.seat(group, coordinator, null, false);
    Cast cast = new Cast(parties, areas, coordinator);
    for (Party party : parties) {
      groups.seat(group, party.coordinator(), party.id(), false);
    }
    members.playDemo(cast.party(Roster.POLICE).coordinator(), DemoRole.POLIS);
    members.playDemo(cast.party(Roster.HOUSING).coordinator(), DemoRole.BOSTADSBOLAG);
    members.playDemo(reporter(cast, Roster.GUARDS), DemoRole.VAKTARE);
    members.playDemo(reporter(cast, Roster.STREETS), DemoRole.RAPPORTOR);
    UUID member = members
        .add("Fältgruppens ledamot", SWEDISH, List.of(Grant.of(Role.GROUP_MEMBER)))
        .id();
    UUID memberGroup = memberAreas.isEmpty() ? group : partGroup(memberAreas, areas);
    groups.seat(memberGroup, member, cast.party(Roster.LEISURE).id(), true);
    members.playDemo(member, DemoRole.GRUPPMEDLEM);
    UUID director = alone("Kommundirektören", Role.LEADERSHIP, DemoRole.LEDNING);
    groups.seat(steering, director, null, false);
    alone("Systemförvaltaren", Role.ADMINISTRATOR, DemoRole.ADMINISTRATOR);
    alone("Dataskyddsombudet", Role.DATA_PROTECTION, DemoRole.DATASKYDD);
    alone("Driftteknikern", Role.OPERATOR, DemoRole.DRIFT);
    return cast;
  }

  /** The thin one: two organisations that have just begun. */
  public Cast thin(Town town, IsoWeek last) {
    Map<String, UUID> areas = areas(town, last);
    List<Party> parties = parties(Roster.THIN, areas, last);
    UUID group = group(
        "est-gruppen", "EST-gruppen", GroupLevel.LOCAL, GroupCycle.WEEK, "Kommunhuset", areas);
    UUID coordinator = members
        .add("EST-samordnaren", SWEDISH, List.of(Grant.of(Role.COORDINATOR)))
        .id();
    members.playDemo(coordinator, DemoRole.SAMORDNARE);
    groups.seat(group, coordinator, null, false);
    Cast cast = new Cast(parties, areas, coordinator);
    for (Party party : parties) {
      groups.seat(group, party.coordinator(), party.id(), false);
    }
    members.playDemo(cast.parties().get(0).coordinator(), DemoRole.BOSTADSBOLAG);
    members.playDemo(cast.parties().get(1).squads().get(0).reporters().get(0), DemoRole.RAPPORTOR);
    alone("Kommunchefen", Role.LEADERSHIP, DemoRole.LEDNING);
    alone("Systemförvaltaren", Role.ADMINISTRATOR, DemoRole.ADMINISTRATOR);
    return cast;
  }

  private Map<String, UUID> areas(Town town, IsoWeek last) {
    catalogue.install();
    List<AreaRegister.NewArea> outlines = town.districts().stream()
        .map(district ->
            new AreaRegister.NewArea(district.name(), district.outline().toText()))
        .toList();
    List<UUID> ids = register.enter(outlines, LocalDate.of(last.year() - 4, 1, 1));
    Map<String, UUID> areas = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      areas.put(outlines.get(i).name(), ids.get(i));
    }
    return areas;
  }

  private List<Party> parties(List<OrganisationPlan> plans, Map<String, UUID> areas, IsoWeek last) {
    List<Party> parties = new ArrayList<>();
    for (OrganisationPlan plan : plans) {
      UUID id = organisations.add(plan.name(), plan.kind()).id();
      UUID coordinator = members
          .add(
              "Samordnare, " + plan.name(),
              SWEDISH,
              List.of(Grant.of(Role.ORGANISATION_COORDINATOR, id)))
          .id();
      if (plan.handsOver()) {
        handOver(id, last);
      }
      List<Squad> squads = new ArrayList<>();
      for (UnitPlan unit : plan.units()) {
        squads.add(squad(plan, id, unit, areas, last));
      }
      parties.add(new Party(id, plan.name(), plan.kind(), coordinator, plan.handsOver(), squads));
    }
    return parties;
  }

  private Squad squad(
      OrganisationPlan plan,
      UUID organisation,
      UnitPlan unit,
      Map<String, UUID> areas,
      IsoWeek last) {
    Set<UUID> covered = new HashSet<>();
    for (String area : unit.areas()) {
      covered.add(java.util.Objects.requireNonNull(areas.get(area), area));
    }
    UUID id = units
        .add(
            organisation,
            unit.name(),
            last.plus(-unit.weeksAgo()).monday(),
            covered.isEmpty() ? Set.copyOf(areas.values()) : covered)
        .id();
    List<UUID> reporters = new ArrayList<>();
    for (int i = 1; i <= unit.reporters(); i++) {
      reporters.add(members
          .add(
              plan.reporter() + " " + i + ", " + unit.name(),
              SWEDISH,
              List.of(new Grant(Role.REPORTER, organisation, id)))
          .id());
    }
    return new Squad(
        id,
        unit.name(),
        unit.weeksAgo(),
        unit.areas().length == 0 ? areas.keySet() : Set.of(unit.areas()),
        reporters);
  }

  private void handOver(UUID organisation, IsoWeek last) {
    db.sql("""
            insert into samlad.text_review_handover (municipality_id, organisation_id, handed_at, reason)
            values (samlad.municipality(), :organisation, :at, 'EST-samordnaren granskar våra texter, beslut i ledningsgruppen')
            """)
        .param("organisation", organisation)
        .param("at", java.sql.Timestamp.from(last.plus(-170).start()))
        .update();
  }

  private UUID group(
      String slug,
      String name,
      GroupLevel level,
      GroupCycle cycle,
      String place,
      Map<String, UUID> areas) {
    WorkingGroup group = WorkingGroup.of(Ids.next(), slug, name, level)
        .covering(Set.copyOf(areas.values()))
        .coveringAll()
        .meeting(cycle, DayOfWeek.TUESDAY, LocalTime.of(9, 0), 30, place);
    groups.save(group);
    if (level == GroupLevel.LOCAL) {
      deadlines.set(new Deadline(group.id(), DayOfWeek.MONDAY, 1, LocalTime.NOON, 96, true));
    }
    return group.id();
  }

  private UUID partGroup(Set<String> names, Map<String, UUID> areas) {
    Set<UUID> covered = new HashSet<>();
    for (String name : names) {
      covered.add(java.util.Objects.requireNonNull(areas.get(name), name));
    }
    WorkingGroup group = WorkingGroup.of(Ids.next(), "delgruppen", "Delgruppen", GroupLevel.LOCAL)
        .covering(covered);
    groups.save(group);
    return group.id();
  }

  private UUID alone(String name, Role role, DemoRole card) {
    UUID member = members.add(name, SWEDISH, List.of(Grant.of(role))).id();
    members.playDemo(member, card);
    return member;
  }

  private static UUID reporter(Cast cast, String organisation) {
    return cast.party(organisation).squads().getFirst().reporters().getFirst();
  }
}
