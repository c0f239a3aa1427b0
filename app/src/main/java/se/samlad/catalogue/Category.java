package se.samlad.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A category of incidents (Swedish: händelsekategori) in one version of the catalogue.
 *
 * @param parent the group the category belongs to; null for a group itself
 * @param coming kommande: the time may lie up to 400 days ahead
 * @param coarseOnly shown as coarse place and week only outside its owner
 * @param duplicateMeters how near another incident of the kind may be the same
 * @param tile place on the phone's first screen, 0 for none
 * @param retired utgången: no longer offered on the form, though its code is still accepted and its series still read
 */
public record Category(
    int version,
    String code,
    @Nullable String parent,
    String nameSv,
    String nameEn,
    String icon,
    int order,
    int tile,
    boolean coming,
    boolean coarseOnly,
    int duplicateMeters,
    int duplicateHours,
    boolean retired) {

  /** The code of the group: its own when it is one. */
  public String group() {
    return parent == null ? code : parent;
  }

  public String name(String language) {
    return language.startsWith("en") ? nameEn : nameSv;
  }
}
