package se.samlad.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.samlad.ground.access.OrganisationKind;

/**
 * A category as the report form offers it.
 *
 * @param firstFor kinds of organisations whose phones show it before the others
 * @param hiddenFor kinds of organisations that are not offered it
 * @param adviceSv what to look at, as a line under the tile; empty for nothing
 */
public record FormCategory(
    Category category,
    Set<OrganisationKind> firstFor,
    Set<OrganisationKind> hiddenFor,
    String adviceSv,
    String adviceEn,
    List<FollowUpQuestion> questions) {

  public FormCategory {
    firstFor = Set.copyOf(firstFor);
    hiddenFor = Set.copyOf(hiddenFor);
    questions = List.copyOf(questions);
  }

  public String code() {
    return category.code();
  }

  public String advice(String language) {
    return language.startsWith("en") ? adviceEn : adviceSv;
  }

  /** Whether a phone of these kinds of organisations offers it; of none, it offers everything. */
  public boolean offeredTo(Collection<OrganisationKind> kinds) {
    return !category.retired() && (kinds.isEmpty() || !hiddenFor.containsAll(kinds));
  }

  public boolean firstFor(Collection<OrganisationKind> kinds) {
    return kinds.stream().anyMatch(firstFor::contains);
  }

  /** At another place on the phone's first screen; 0 for none. */
  public FormCategory withTile(int tile) {
    Category now = category;
    Category moved = new Category(
        now.version(),
        now.code(),
        now.parent(),
        now.nameSv(),
        now.nameEn(),
        now.icon(),
        now.order(),
        tile,
        now.coming(),
        now.coarseOnly(),
        now.duplicateMeters(),
        now.duplicateHours(),
        now.retired());
    return new FormCategory(moved, firstFor, hiddenFor, adviceSv, adviceEn, questions);
  }
}
