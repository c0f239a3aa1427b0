package se.samlad.measure;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which measures are asked for.
 *
 * @param statuses empty means all
 * @param group the group that agreed, or null for all
 * @param ownedBy organisations that own; empty means all
 * @param member named as answering for it at the owner, or null; together with {@code ownedBy} either is enough
 * @param problem the problem it answers, or null for all
 */
public record MeasureFilter(
    Set<MeasureStatus> statuses,
    @Nullable UUID group,
    Set<UUID> ownedBy,
    @Nullable UUID member,
    @Nullable UUID problem) {

  public MeasureFilter {
    statuses = Set.copyOf(statuses);
    ownedBy = Set.copyOf(ownedBy);
  }

  public static MeasureFilter all() {
    return new MeasureFilter(Set.of(), null, Set.of(), null, null);
  }

  /** Those that are not concluded, declined or cancelled. */
  public static MeasureFilter open() {
    return all()
        .withStatuses(EnumSet.of(
            MeasureStatus.PROPOSED,
            MeasureStatus.COMMITTED,
            MeasureStatus.ONGOING,
            MeasureStatus.CARRIED_OUT,
            MeasureStatus.UNDER_EVALUATION));
  }

  public MeasureFilter withStatuses(Set<MeasureStatus> wanted) {
    return new MeasureFilter(wanted, group, ownedBy, member, problem);
  }

  public MeasureFilter inGroup(@Nullable UUID wanted) {
    return new MeasureFilter(statuses, wanted, ownedBy, member, problem);
  }

  /** Those the member answers for, by name or through an organisation. */
  public MeasureFilter ownedBy(UUID wantedMember, Set<UUID> organisations) {
    return new MeasureFilter(statuses, group, organisations, wantedMember, problem);
  }

  public MeasureFilter ofProblem(UUID wanted) {
    return new MeasureFilter(statuses, group, ownedBy, member, wanted);
  }
}
