package se.samlad.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.ground.geography.AreaRegister;
import se.samlad.ground.geography.Areas;

/**
 * Which area the rows of one file belong to: by code, by the name of an area of the main layer, or by the point. What is not known is
 * entered by name, without outline, in a layer of its own; a trial run only counts it.
 */
final class AreaBook {

  /** The layer of areas that are known from files only. */
  static final String LAYER = "ur-filer";

  private final Areas areas;
  private final AreaRegister register;
  private final boolean dryRun;
  private final LocalDate today;
  private final AreaLocator locator;
  private final Map<String, UUID> byName = new HashMap<>();
  private final Map<String, Optional<UUID>> known = new HashMap<>();
  private final Set<String> fresh = new HashSet<>();

  AreaBook(Areas areas, AreaRegister register, boolean dryRun, LocalDate today) {
    this.areas = areas;
    this.register = register;
    this.dryRun = dryRun;
    this.today = today;
    this.locator = areas.locator();
    for (Area area : areas.main()) {
      byName.put(area.name().toLowerCase(Locale.ROOT), area.id());
    }
  }

  /** How many areas were not known before. */
  int fresh() {
    return fresh.size();
  }

  List<FileRow> locate(List<FileRow> rows) {
    return rows.stream().map(row -> row.withArea(area(row).orElse(null))).toList();
  }

  private Optional<UUID> area(FileRow row) {
    Double easting = row.easting();
    Double northing = row.northing();
    if (easting != null && northing != null) {
      return locator.locate(easting, northing).map(Area::id);
    }
    return row.areaCode().isEmpty()
        ? Optional.empty()
        : known.computeIfAbsent(row.areaCode(), this::find);
  }

  private Optional<UUID> find(String code) {
    Optional<UUID> found = areas
        .findByCode(code)
        .map(Area::id)
        .or(() -> Optional.ofNullable(byName.get(code.toLowerCase(Locale.ROOT))));
    if (found.isPresent()) {
      return found;
    }
    fresh.add(code);
    return dryRun
        ? Optional.empty()
        : Optional.of(register.enterNamed(LAYER, "Områden ur filer", code, today));
  }
}
