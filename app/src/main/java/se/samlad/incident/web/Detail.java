package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the viewer may see it.
 *
 * @param pick id and stamp
 * @param extra more about it, as {@code upplevs som oroande}
 * @param passable whether the viewer passes any of its new sources
 * @param changeable whether the viewer passes any of its living sources
 * @param passer who passes it, when the viewer does not
 * @param seers who sees it when passed, one sentence for each source the viewer passes
 * @param map a picture, or empty when no place is seen
 */
record Detail(
    UUID id,
    String pick,
    String number,
    InboxView.Flag state,
    String title,
    String symbol,
    String when,
    List<String> extra,
    String area,
    String place,
    String precision,
    List<SourceView> sources,
    List<SimilarView> similar,
    boolean passable,
    boolean changeable,
    boolean merges,
    boolean coarse,
    @Nullable String passer,
    List<String> seers,
    String sharingClass,
    String categoryCode,
    String map,
    @Nullable UUID next) {

  Detail {
    extra = List.copyOf(extra);
    sources = List.copyOf(sources);
    similar = List.copyOf(similar);
    seers = List.copyOf(seers);
  }

  /**
   * A source.
   *
   * @param who the owner, or only its kind
   * @param textKind none, shown, hidden or review
   * @param words the text when it is shown
   * @param photos the photos of its report the viewer may open, none shown here
   * @param mend what is asked of the viewer, who passes the source
   */
  record SourceView(
      UUID id,
      String who,
      String kind,
      InboxView.Flag state,
      String sharingClass,
      String received,
      String sees,
      String textKind,
      @Nullable String words,
      String textNote,
      boolean mine,
      boolean shareable,
      boolean textShareable,
      List<UUID> photos,
      MendModel.Mend mend) {}

  record SimilarView(
      UUID id, String pick, String title, String when, String distance, boolean near) {}
}
