package se.samlad.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.geography.MapView;
import se.samlad.ground.web.Choice;

/** What Karta och analys shows, already in the reader's words. */
record AnalysisPage(
    Head head,
    Filter filter,
    @Nullable Strip strip,
    @Nullable Selected selected,
    @Nullable Sheet sheet,
    HotspotList hotspots,
    AlarmList alarms,
    @Nullable Matrix matrix,
    boolean few,
    List<CategoryRow> categories,
    CategoryTotal total,
    IncidentList incidents,
    Views views,
    String basis) {

  /** The figure of the period, and what stands around it. */
  record Head(String count, String lead, List<String> notes) {}

  /** The filter row; what it does not show goes along hidden. */
  record Filter(
      List<Choice> audiences,
      String audience,
      List<Choice> weeks,
      String week,
      List<Choice> areas,
      String area,
      List<Choice> categories,
      String category,
      List<Choice> sources,
      String source,
      List<Choice> hidden) {}

  /** 52 weeks, and the way to the weeks before and after. */
  record Strip(
      String svg, String label, String before, @Nullable String after, String table) {}

  /** The map, what its shapes mean, and what it leaves out. */
  record Sheet(MapView view, List<Legend> legend, String note) {}

  record Legend(String picture, String name) {}

  /** What is chosen in matrix or among places. */
  record Selected(String text, String clear) {}

  /** Hotspots of four weeks, or why there are none. */
  record HotspotList(
      String title,
      String note,
      List<HotspotRow> rows,
      @Nullable String insufficient,
      @Nullable String calm) {}

  record HotspotRow(
      int rank,
      String name,
      String path,
      String certainty,
      String count,
      String bar,
      String expected,
      String sentence,
      String reported,
      String weeks,
      String how,
      String choose,
      boolean chosen) {}

  /** The alarms of one week; the note tells how many series were judged, or why none were. */
  record AlarmList(String title, List<AlarmRow> rows, String note, String how) {}

  record AlarmRow(
      String symbol,
      String category,
      String area,
      String choose,
      String count,
      String bar,
      String expected,
      String answered,
      String certainty) {}

  record Matrix(String table, String note) {}

  record CategoryRow(
      String symbol,
      String name,
      String choose,
      boolean chosen,
      String count,
      String bar,
      String expected,
      String before,
      String change) {}

  record CategoryTotal(
      String now, String then, String count, String expected, String before, String change) {}

  record IncidentList(
      int count,
      List<IncidentLine> lines,
      String shown,
      @Nullable String more,
      String moreText) {}

  record IncidentLine(
      String date,
      String time,
      String symbol,
      String what,
      @Nullable String path,
      String place,
      int hotspot,
      boolean unsure,
      String source,
      boolean reviewed) {}

  /** Map and list, or the list alone. */
  record Views(String both, String list, boolean listOnly) {}
}
