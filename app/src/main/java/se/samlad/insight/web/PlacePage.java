package se.samlad.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.web.Crumb;
import se.samlad.insight.PlaceNotes;
import se.samlad.insight.web.AnalysisPage.CategoryRow;
import se.samlad.insight.web.AnalysisPage.IncidentList;
import se.samlad.insight.web.AnalysisPage.Matrix;

/** What the page of a place shows, already in the reader's words. */
record PlacePage(
    List<Crumb> crumbs,
    String name,
    int rank,
    String certainty,
    String weeks,
    @Nullable String former,
    Figure figure,
    String sentence,
    String how,
    String analysis,
    String map,
    Line line,
    Matrix matrix,
    List<CategoryRow> categories,
    IncidentList incidents,
    List<PlaceNotes.Note> notes,
    List<PlaceNotes.Action> actions) {

  record Figure(
      String value,
      String unit,
      String bar,
      boolean more,
      String verdict,
      String expected,
      String coverage) {}

  record Line(String svg, String note) {}
}
