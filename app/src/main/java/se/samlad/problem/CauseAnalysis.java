package se.samlad.problem;

import java.util.List;

/** The causes of a problem as they stand (Swedish: orsaksanalys), in the order they were written. */
public record CauseAnalysis(List<Cause> causes) {

  public CauseAnalysis {
    causes = List.copyOf(causes);
  }

  /** Direct causes of a group. */
  public List<Cause> direct(CauseGroup group) {
    return causes.stream()
        .filter(cause -> cause.direct() && cause.group() == group)
        .toList();
  }

  /** What lies behind a direct cause. */
  public List<Cause> behind(Cause direct) {
    return causes.stream().filter(cause -> direct.id().equals(cause.behind())).toList();
  }

  public boolean empty() {
    return causes.isEmpty();
  }
}
