package se.samlad.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.RowViewer;

/**
 * {@code /handelser/export.csv}: the shown list as a file that Swedish spreadsheets open: UTF-8 with mark, semicolons, no cell that could
 * be read as a formula. Three lines above the columns say the filter, the number of rows and when. Rows are written as they are read.
 * Texts, reporters and running numbers are never in it.
 */
@Controller
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER})
class ExportPages {

  private static final String BOM = "\uFEFF";

  private final InboxModel inbox;
  private final FilterModel filters;
  private final Incidents incidents;
  private final Audit audit;
  private final Tenancy tenancy;
  private final Told told;
  private final Clock clock;

  ExportPages(
      InboxModel inbox,
      FilterModel filters,
      Incidents incidents,
      Audit audit,
      Tenancy tenancy,
      Told told,
      Clock clock) {
    this.inbox = inbox;
    this.filters = filters;
    this.incidents = incidents;
    this.audit = audit;
    this.tenancy = tenancy;
    this.told = told;
    this.clock = clock;
  }

  @GetMapping(path = InboxModel.PATH + "/export.csv")
  void export(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) {
    InboxRequest asked = new InboxRequest(parameters);
    RowViewer.as(() -> {
      IncidentSelection selection = inbox.selection(asked);
      Incidents.Refine refine = inbox.tab(asked).refine;
      Told.Names names = told.names();
      tenancy.as(CurrentActor.get(), () -> {
        int rows = incidents.count(selection, refine);
        audit.record(
            "incident.export",
            "incident",
            null,
            Map.of(
                "rows",
                rows,
                "from",
                selection.from().toString(),
                "to",
                selection.to().toString()));
        write(response, selection, refine, rows, names);
      });
      return true;
    });
  }

  private void write(
      HttpServletResponse response,
      IncidentSelection selection,
      Incidents.Refine refine,
      int rows,
      Told.Names names) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"handelser-" + told.formats().tableDate(clock.instant()) + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    try {
      Writer out = new BufferedWriter(
          new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
      out.write(BOM);
      line(out, List.of(told.text("incident.export.filter", filters.sentence(selection, names))));
      line(out, List.of(told.text("incident.export.rows", told.formats().number(rows))));
      line(out, List.of(told.text("incident.export.made", told.formats().moment(clock.instant()))));
      line(
          out,
          List.of(
                  "id",
                  "status",
                  "week",
                  "from",
                  "to",
                  "group",
                  "category",
                  "area",
                  "place",
                  "precision",
                  "lon",
                  "lat",
                  "severity",
                  "sources",
                  "kinds")
              .stream()
              .map(column -> told.text("incident.export.column." + column))
              .toList());
      incidents.forEach(selection, refine, row -> write(out, row, names));
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void write(Writer out, IncidentRow row, Told.Names names) {
    try {
      line(out, cells(row, names));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private List<String> cells(IncidentRow row, Told.Names names) {
    java.time.Instant from = row.from();
    java.time.Instant to = row.to();
    String code = row.categoryCode();
    return List.of(
        row.id().toString(),
        told.text("incident.state." + row.state().name()),
        se.samlad.ground.calendar.IsoWeek.of(row.week()).slug(),
        from == null ? "" : told.formats().tableMoment(from),
        to == null ? "" : told.formats().tableMoment(to),
        told.category(row.categoryGroup(), names),
        code == null ? "" : told.category(code, names),
        names.area(row.areaId(), told.text("incident.area.outside")),
        row.coarse() ? "" : row.placeLabel(),
        row.precision() == null ? "" : told.text("incident.precision." + row.precision()),
        row.lon() == null ? "" : decimal(row.lon()),
        row.lat() == null ? "" : decimal(row.lat()),
        row.severity() == null ? "" : String.valueOf(row.severity()),
        String.valueOf(row.sources()),
        row.organisations().stream()
            .map(owner -> told.kind(owner, names))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  /** Six decimals, a decimetre, with the decimal sign of the reader's language. */
  private String decimal(double degrees) {
    return told.formats().decimal(degrees, 6);
  }

  private static void line(Writer out, List<String> cells) throws IOException {
    out.write(cells.stream().map(ExportPages::cell).collect(Collectors.joining(";")));
    out.write("\r\n");
  }

  /** A cell that begins as a formula gets an apostrophe before it, also behind blanks. */
  static String cell(String text) {
    String plain = text.replace('\r', ' ').replace('\n', ' ').replace('\t', ' ');
    String start = plain.strip();
    boolean formula = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0;
    String safe = formula ? "'" + plain : plain;
    return safe.indexOf(';') >= 0 || safe.indexOf('"') >= 0
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
