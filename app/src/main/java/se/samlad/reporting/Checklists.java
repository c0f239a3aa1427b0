package se.samlad.reporting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.jdbc.ChecklistStore;

/** An organisation's own list of what to look at each week (Swedish: checklista). Saving makes a new version; answers keep theirs. */
@Service
public class Checklists {

  public static final int MOST_ITEMS = 12;
  private static final int LONGEST = 100;

  private final ChecklistStore store;
  private final Categories categories;
  private final Units units;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  Checklists(
      ChecklistStore store,
      Categories categories,
      Units units,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.units = units;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** Something to look at; with a category the form opens with it chosen. */
  public record Item(String words, @Nullable String category) {}

  /** A list as it stands; version 0 is none yet. */
  public record Checklist(UUID organisation, int version, List<Item> items) {

    public Checklist {
      items = List.copyOf(items);
    }
  }

  /** How much of its list a unit looked at in a week. */
  public record Looked(int items, int of) {}

  /** The list in force. */
  @Transactional(readOnly = true)
  public Checklist of(UUID organisation) {
    int version = store.version(organisation);
    return new Checklist(organisation, version, store.items(organisation, version));
  }

  /** Saves a new version; an empty list ends the checklist. */
  @Transactional
  public void save(UUID organisation, List<Item> items) {
    if (!CurrentActor.get().coordinates(organisation)) {
      throw new NotFound("organisation " + organisation);
    }
    check(items);
    store.lock(organisation);
    int version = store.version(organisation) + 1;
    store.add(organisation, version, clock.instant());
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      store.add(
          organisation,
          version,
          i,
          new Item(guard.guard(item.words().strip()).text(), item.category()));
    }
    audit.record(
        "checklist.save",
        "organisation",
        organisation,
        Map.of("version", version, "items", items.size()));
  }

  /** Notes what a unit has looked at in a week; the same twice is once. */
  @Transactional
  public void looked(UUID unit, IsoWeek week, int version, Collection<Integer> ordinals) {
    Unit of = units.get(unit);
    int items = store.items(of.organisation(), version).size();
    ordinals.stream()
        .distinct()
        .filter(ordinal -> ordinal >= 0 && ordinal < items)
        .forEach(ordinal -> store.answer(of, week, version, ordinal, clock.instant()));
  }

  /** How units of an organisation went through the newest list they answered in a week. */
  @Transactional(readOnly = true)
  public Map<UUID, Looked> looked(UUID organisation, IsoWeek week) {
    return store.looked(organisation, week);
  }

  private void check(List<Item> items) {
    if (items.size() > MOST_ITEMS) {
      throw new InvalidInput("rad0", "weekly.list.many", MOST_ITEMS);
    }
    List<InputProblem> problems = new java.util.ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String words = items.get(i).words().strip();
      if (words.length() < 2
          || words.length() > LONGEST
          || words.chars().anyMatch(Character::isISOControl)) {
        problems.add(InputProblem.of("rad" + i, "weekly.list.words", LONGEST));
      }
      Optional.ofNullable(items.get(i).category())
          .filter(code -> categories.find(code).isEmpty())
          .ifPresent(unknown ->
              problems.add(InputProblem.of("kategori" + problems.size(), "weekly.input.choice")));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
