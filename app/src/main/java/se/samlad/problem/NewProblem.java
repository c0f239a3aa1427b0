package se.samlad.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.disclosure.Figure;

/** What a problem is opened with; see {@link Problem} for the parts. */
public record NewProblem(
    UUID group,
    String title,
    String place,
    @Nullable UUID areaId,
    @Nullable Double easting,
    @Nullable Double northing,
    @Nullable String outline,
    List<String> categories,
    LocalDate from,
    LocalDate to,
    @Nullable UUID hotspot,
    @Nullable Figure figure,
    @Nullable String certainty) {

  public NewProblem {
    categories = List.copyOf(categories);
  }

  /** A problem somebody says, without hotspot or figure. */
  public static NewProblem said(
      UUID group,
      String title,
      String place,
      @Nullable UUID areaId,
      List<String> categories,
      LocalDate from,
      LocalDate to) {
    return new NewProblem(
        group, title, place, areaId, null, null, null, categories, from, to, null, null, null);
  }

  public NewProblem at(double newEasting, double newNorthing) {
    return new NewProblem(
        group,
        title,
        place,
        areaId,
        newEasting,
        newNorthing,
        outline,
        categories,
        from,
        to,
        hotspot,
        figure,
        certainty);
  }
}
