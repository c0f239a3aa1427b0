package se.samlad.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.DemoRole;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.problem.NewProblem;
import se.samlad.problem.Problems;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** A town with a group, an owner and a problem: what a story about measures begins with. */
public final class MeasureTown {

  public final TestTown town;
  public final UUID centrum;
  public final UUID group;
  public final UUID housing;
  public final Person coordinator;
  public final Person owner;
  public final Person guardInGroup;
  public final Person stranger;
  public final Person reporterAtOwner;
  public final UUID problem;

  public MeasureTown(
      Tenancy tenancy, JdbcClient db, DefaultCatalogue catalogue, Problems problems) {
    town = TestTown.in(tenancy, db, catalogue).demo();
    centrum = town.area("Centrum", 0, 0);
    UUID norr = town.area("Norr", 0, 1);
    group = town.group("EST Centrum", false, centrum);
    UUID otherGroup = town.group("EST Norr", false, norr);
    housing = town.organisation("Bostäder", "HOUSING_COMPANY");
    coordinator = town.person(Role.COORDINATOR, null).playing(DemoRole.SAMORDNARE);
    owner = town.person(Role.ORGANISATION_COORDINATOR, housing)
        .inGroup(group, false, centrum)
        .playing(DemoRole.BOSTADSBOLAG);
    guardInGroup = town.person(
            Role.ORGANISATION_COORDINATOR, town.organisation("Bevakning", "GUARD_COMPANY"))
        .inGroup(group, false, centrum)
        .playing(DemoRole.LEDNING);
    stranger = town.person(Role.ORGANISATION_COORDINATOR, town.organisation("Biblioteket", "OTHER"))
        .inGroup(otherGroup, false, norr)
        .playing(DemoRole.POLIS);
    reporterAtOwner = town.person(Role.REPORTER, housing);
    problem = tenancy
        .as(
            coordinator.actor(),
            () -> problems.open(NewProblem.said(
                    group,
                    "Samlingar vid torget",
                    "Torget",
                    centrum,
                    List.of("SAMLING"),
                    LocalDate.of(2026, 11, 2),
                    LocalDate.of(2026, 11, 29))
                .at(TestTown.EASTING + 300, TestTown.NORTHING + 500)))
        .value();
  }

  public MeasureDraft draft() {
    return draft("Bättre belysning vid torget", false);
  }

  public MeasureDraft draft(String title, boolean confidential) {
    return new MeasureDraft(
        title,
        "BELYSNING_BATTRE",
        problem,
        "Torget",
        housing,
        null,
        MeasureDraft.DEFAULT_DROP,
        "",
        Indicator.of(List.of("SAMLING")),
        LocalDate.of(2026, 12, 10),
        LocalDate.of(2027, 1, 7),
        confidential,
        "Tas om hand",
        StatutoryDecision.NONE);
  }

  /** The draft with some of what it must have taken away. */
  public static MeasureDraft without(
      MeasureDraft draft,
      @Nullable UUID problem,
      String goal,
      @Nullable Integer drop,
      @Nullable Indicator indicator,
      @Nullable UUID owner,
      @Nullable LocalDate followUp) {
    return new MeasureDraft(
        draft.title(),
        draft.typeCode(),
        problem,
        draft.place(),
        owner,
        null,
        drop,
        goal,
        indicator,
        draft.doneBy(),
        followUp,
        draft.confidential(),
        draft.tellReporters(),
        draft.decision());
  }
}
