package se.samlad.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Members;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.FileRow;
import se.samlad.intake.Mapping.Target;
import se.samlad.intake.RowTarget;
import se.samlad.reporting.jdbc.ImportedStore;
import se.samlad.reporting.jdbc.ImportedStore.Entry;
import se.samlad.reporting.jdbc.ImportedStore.Stored;

/**
 * Takes rows of an earlier system as reports of the organisation that had it. A service account of the organisation stands as their author,
 * so that no member gets answers to reports somebody else once wrote; texts go through the guard like any other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EarlierReports implements RowTarget {

  private final ImportedStore store;
  private final Members members;
  private final Categories categories;
  private final TextGuard guard;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EarlierReports(
      ImportedStore store,
      Members members,
      Categories categories,
      TextGuard guard,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.categories = categories;
    this.guard = guard;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Target target() {
    return Target.REPORTS;
  }

  @Override
  public Actor writer(Delivery delivery, String name) {
    UUID account = store
        .accountOf(delivery.owner())
        .orElseGet(() -> members.addServiceAccount("Import: " + name, List.of()).id());
    return new Actor(
        CurrentActor.get().municipality(),
        ActorKind.TOKEN,
        account,
        Set.of(Role.ORGANISATION_COORDINATOR),
        Set.of(delivery.owner()),
        Set.of(delivery.owner()),
        Set.of(),
        Set.of(),
        false,
        null);
  }

  @Override
  public Taken check(Delivery delivery, List<FileRow> batch) {
    return taken(delivery, batch, stored(delivery, batch));
  }

  @Override
  public Taken accept(Delivery delivery, List<FileRow> batch) {
    Map<String, Stored> stored = stored(delivery, batch);
    Map<String, Integer> versions = new HashMap<>();
    List<Entry> missing = batch.stream()
        .filter(row -> !stored.containsKey(row.key()))
        .map(row -> entry(row, versions))
        .toList();
    if (!missing.isEmpty()) {
      store.add(delivery, missing, clock.instant());
      UUID municipality = CurrentActor.get().municipality().value();
      events.publishEvent(new ReportsImported(municipality, delivery.importId()));
    }
    return taken(delivery, batch, stored);
  }

  @Override
  public void grown() {
    store.grown();
  }

  @Override
  public Optional<LocalDate> heldUntil(Delivery delivery) {
    return store.heldUntil(delivery);
  }

  @Override
  public int held(Delivery delivery, LocalDate first, LocalDate last) {
    return store.held(delivery, first, last);
  }

  @Override
  public int undo(UUID importId) {
    int rows = store.withdraw(importId, clock.instant());
    if (rows > 0) {
      UUID municipality = CurrentActor.get().municipality().value();
      events.publishEvent(new ImportedReportsWithdrawn(municipality, importId));
    }
    return rows;
  }

  private Map<String, Stored> stored(Delivery delivery, List<FileRow> batch) {
    return store.find(delivery.profile(), batch.stream().map(FileRow::key).toList()).stream()
        .collect(Collectors.toMap(Stored::rowKey, Function.identity()));
  }

  private static Taken taken(Delivery delivery, List<FileRow> batch, Map<String, Stored> stored) {
    int accepted = 0;
    int already = 0;
    int changed = 0;
    Map<LocalDate, Integer> weeks = new HashMap<>();
    for (FileRow row : batch) {
      Stored before = stored.get(row.key());
      if (before == null || before.importId().equals(delivery.importId())) {
        accepted++;
        weeks.merge(IsoWeek.of(row.from()).monday(), 1, Integer::sum);
      } else {
        already++;
        changed += before.contentHash().equals(row.contentHash()) ? 0 : 1;
      }
    }
    return new Taken(accepted, accepted, already, changed, weeks);
  }

  private Entry entry(FileRow row, Map<String, Integer> versions) {
    int version = versions.computeIfAbsent(
        row.code(),
        code -> categories.find(code).map(category -> category.version()).orElse(1));
    TextGuard.Guarded text = guard.guard(row.text());
    return new Entry(row, version, text);
  }
}
