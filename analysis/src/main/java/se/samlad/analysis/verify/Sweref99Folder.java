package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.analysis.table.Csv;

/** SWEREF 99 TM and the local zones, official control points first. */
final class Sweref99Folder implements FolderKind {

  private static final double METRES = 0.001;
  private static final double DEGREES = 1e-8;

  @Override
  public String name() {
    return "sweref99";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Path control = folder.resolve("lantmateriet_control_points.csv");
    if (Files.exists(control)) {
      project(Csv.read(control), findings.group("control points, metres", METRES));
    }
    Path points = folder.resolve("tm_points.csv");
    if (Files.exists(points)) {
      Csv table = Csv.read(points);
      project(table, findings.group("SWEREF 99 TM, metres", METRES));
      ValueGroup back = findings.group("back to degrees", DEGREES);
      for (int row = 0; row < table.size(); row++) {
        Sweref99.Geographic place =
            Sweref99.TM.unproject(table.number(row, "northing"), table.number(row, "easting"));
        back.compare(table.number(row, "lat_back"), place.lat());
        back.compare(table.number(row, "lon_back"), place.lon());
      }
    }
    Path zones = folder.resolve("zone_points.csv");
    if (Files.exists(zones)) {
      zones(Csv.read(zones), findings.group("local zones, metres", METRES));
    }
  }

  private static void project(Csv table, ValueGroup group) {
    for (int row = 0; row < table.size(); row++) {
      compare(table, row, Sweref99.TM, group);
    }
  }

  private static void zones(Csv table, ValueGroup group) {
    for (int row = 0; row < table.size(); row++) {
      double name = table.number(row, "zone");
      double meridian = Math.floor(name / 100) + name % 100 / 60;
      compare(table, row, Sweref99.zone(meridian), group);
    }
  }

  private static void compare(Csv table, int row, Sweref99 system, ValueGroup group) {
    Sweref99.Point ours = system.project(table.number(row, "lon"), table.number(row, "lat"));
    group.compare(table.number(row, "northing"), ours.northing());
    group.compare(table.number(row, "easting"), ours.easting());
  }
}
