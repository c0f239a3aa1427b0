package se.samlad.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.problem.jdbc.AreaLevelStore;

/** The levels of areas: which there are, how a group judges each of its areas, and why it changed its mind. */
@Service
public class AreaLevels {

  private static final List<AreaLevel> SHIPPED = shipped();
  private static final int LONGEST = 1000;

  private final AreaLevelStore store;
  private final Groups groups;
  private final Areas areas;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  AreaLevels(
      AreaLevelStore store, Groups groups, Areas areas, TextGuard guard, Audit audit, Clock clock) {
    this.store = store;
    this.groups = groups;
    this.areas = areas;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** The municipality's levels from calm to worst; those that come with Samlad while it has none of its own. */
  @Transactional(readOnly = true)
  public List<AreaLevel> levels() {
    List<AreaLevel> own = store.levels();
    return own.isEmpty() ? SHIPPED : own;
  }

  /** The group's newest judgement of each area; areas it has never judged are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, AreaLevelChange> current(UUID group) {
    Map<UUID, AreaLevelChange> newest = new HashMap<>();
    store.newest(group).forEach(change -> newest.put(change.area(), change));
    return newest;
  }

  /** How the group has judged the area, newest first. */
  @Transactional(readOnly = true)
  public List<AreaLevelChange> history(UUID group, UUID area) {
    return store.history(group, area);
  }

  /**
   * Judges an area.
   *
   * @param seen the level the page showed, so that two who judge at once both get to read the other's; empty for never judged
   * @return the level it came to, with who is to be told
   */
  @Transactional
  public AreaLevel change(UUID group, UUID area, String seen, String level, String motivation) {
    WorkingGroup working = requireSeat(group);
    if (!working.wholeMunicipality() && !working.areas().contains(area)
        || areas.find(area).isEmpty()) {
      throw new NotFound("area " + area);
    }
    List<InputProblem> wrong = new ArrayList<>();
    AreaLevel chosen =
        levels().stream().filter(each -> each.code().equals(level)).findFirst().orElse(null);
    if (chosen == null) {
      wrong.add(InputProblem.of("lage", "problem.level.input.level"));
    }
    String why = motivation.strip();
    if (why.length() < 2 || why.length() > LONGEST || why.indexOf('\0') >= 0) {
      wrong.add(InputProblem.of("motivering", "problem.level.input.motivation", LONGEST));
    }
    if (chosen == null || !wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    store.lock(group);
    @Nullable AreaLevelChange before = current(group).get(area);
    if (!seen.equals(before == null ? "" : before.level())) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "problem.level.refused.changed");
    }
    TextGuard.Guarded guarded = guard.guard(why);
    UUID id = Ids.next();
    store.add(
        new AreaLevelChange(
            id,
            area,
            group,
            level,
            before == null ? null : before.level(),
            guarded.text(),
            guarded.doubtful(),
            clock.instant(),
            null),
        CurrentActor.get().user());
    audit.record("area.level", "area", area, Map.of("group", group, "level", level));
    return chosen;
  }

  /** The EST coordinator has read a motivation the guard was in doubt about: all who see the judgement may read it. */
  @Transactional
  public void show(UUID change) {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "problem.refused.show");
    }
    if (store.show(change)) {
      audit.record("area.level_show", "area_level_change", change);
    }
  }

  /** Says the municipality's levels anew, calm first. Those there are stay, as judgements speak of them; words and order may change. */
  @Transactional
  public void define(List<AreaLevel> levels) {
    if (!CurrentActor.get().has(Role.ADMINISTRATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "problem.level.refused.define");
    }
    List<InputProblem> wrong = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    if (levels.size() < 2 || levels.size() > 6) {
      wrong.add(InputProblem.of("namn0", "problem.level.input.count"));
    }
    Set<String> kept =
        levels.stream().map(AreaLevel::code).collect(java.util.stream.Collectors.toSet());
    if (!kept.containsAll(levels().stream().map(AreaLevel::code).toList())) {
      wrong.add(InputProblem.of("namn0", "problem.level.input.kept"));
    }
    for (int i = 0; i < levels.size(); i++) {
      AreaLevel level = levels.get(i);
      if (level.nameSv().length() < 2 || level.nameSv().length() > 40 || !codes.add(level.code())) {
        wrong.add(InputProblem.of("namn" + i, "problem.level.input.name"));
      }
      if (level.criteria().length() > 300 || level.informs().length() > 200) {
        wrong.add(InputProblem.of("villkor" + i, "problem.level.input.long"));
      }
      Integer hours = level.withinHours();
      if (hours != null && (hours < 1 || hours > 720)) {
        wrong.add(InputProblem.of("timmar" + i, "problem.level.input.hours"));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    store.define(levels);
    audit.record(
        "area.levels",
        "municipality",
        CurrentActor.get().municipality(),
        Map.of("count", levels.size()));
  }

  private WorkingGroup requireSeat(UUID group) {
    Actor actor = CurrentActor.get();
    if (!actor.has(Role.COORDINATOR) && !actor.groups().contains(group)) {
      throw new NotFound("group " + group);
    }
    return groups.get(group);
  }

  private static List<AreaLevel> shipped() {
    var stream = Objects.requireNonNull(
        AreaLevels.class.getResourceAsStream("/catalogue/default-area-levels.csv"),
        "default-area-levels.csv is part of the jar");
    try (var reader = CsvReader.builder()
        .fieldSeparator(';')
        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.stream().map(AreaLevels::level).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AreaLevel level(NamedCsvRecord row) {
    String hours = row.getField("hours");
    return new AreaLevel(
        row.getField("code"),
        AreaLevel.Tone.valueOf(row.getField("tone")),
        row.getField("sv"),
        row.getField("en"),
        row.getField("criteria"),
        row.getField("informs"),
        hours.isEmpty() ? null : Integer.valueOf(hours),
        row.getField("meeting").equals("1"));
  }
}
