package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.incident.SharingClass;

/** Says before sharing who sees a source and how much (Swedish: vem ser detta). */
@Component
class WhoSees {

  private final Groups groups;
  private final Told told;

  WhoSees(Groups groups, Told told) {
    this.groups = groups;
    this.told = told;
  }

  /** One sentence about a source of this owner at a place of this area, once passed in this class. */
  String sentence(String owner, SharingClass sharingClass, @Nullable UUID area) {
    if (sharingClass == SharingClass.OWNER) {
      return told.text("incident.sees.OWNER", owner);
    }
    List<WorkingGroup> seeing = groups.list().stream()
        .filter(group -> group.level().sharesIncidents())
        .filter(
            group -> group.wholeMunicipality() || (area != null && group.areas().contains(area)))
        .toList();
    if (seeing.isEmpty()) {
      return told.text("incident.sees.nobody", owner);
    }
    String names = seeing.stream().map(WorkingGroup::name).collect(Collectors.joining(", "));
    return told.text("incident.sees." + sharingClass.name(), names);
  }
}
