package se.samlad.ground.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ClassPathResource;
import org.xml.sax.InputSource;
import se.samlad.ground.geography.MapDrawing.Look;

class MapDrawingTest {

  private static final BaseSheet TOWN = SmallTown.sheet();

  private static final List<MapMark> MARKS = List.of(
      new MapMark.Outline(
          wkt("POLYGON ((500 750, 750 750, 750 1000, 500 1000, 500 750))"), 1, "clear"),
      new MapMark.Outline(
          wkt("POLYGON ((1250 1000, 1500 1000, 1500 1250, 1250 1250, 1250 1000))"), 2, "likely"),
      new MapMark.Outline(
          wkt("POLYGON ((250 1250, 500 1250, 500 1500, 250 1500, 250 1250))"), 3, "unsure"),
      new MapMark.Point(SmallTown.E + 620, SmallTown.N + 850, "kat1"),
      new MapMark.Point(SmallTown.E + 650, SmallTown.N + 820, "kat2"),
      new MapMark.Point(SmallTown.E + 680, SmallTown.N + 870, "kat3"),
      new MapMark.Point(SmallTown.E + 560, SmallTown.N + 900, "kat4"),
      new MapMark.Point(SmallTown.E + 590, SmallTown.N + 800, "kat5"),
      new MapMark.Point(SmallTown.E + 700, SmallTown.N + 930, "kat6"),
      new MapMark.Circle(SmallTown.E + 900, SmallTown.N + 1200, 60));

  @Test
  void aPageIsDrawnInClassesAndADocumentInAttributes() throws Exception {
    String page = draw(Look.page("Karta: tre hotspots, flest vid Torget"));
    String print = draw(Look.print("Karta: tre hotspots, flest vid Torget"));
    parse(page);
    parse(print);
    assertThat(page)
        .contains("role=\"img\"", "class=\"k-vag\"")
        .doesNotContain(" style=", "fill=\"#");
    assertThat(print).contains("fill=\"#F3F3EC\"").doesNotContain("class=\"k-", " style=");
    keep("karta.svg", page);
    keep("karta-dokument.svg", print);
  }

  @Test
  void certaintyIsWrittenInStrokesAndNotInColourAlone() throws Exception {
    String page = draw(Look.page(""));
    assertThat(page)
        .contains(
            "class=\"k-hot\"", "class=\"k-hot k-hot--trolig\"", "class=\"k-hot k-hot--osaker\"")
        .contains("aria-hidden=\"true\"");
  }

  @Test
  void theOutlineOfAHotspotHoldsItsCellsAndItsNumberStandsInTheNorthEast() {
    Geometry cells = SmallTown.moved(
        "POLYGON ((500 500, 1000 500, 1000 750, 750 750, 750 1000, 500 1000, 500 500))");
    Geometry outline = HotspotShape.around(cells);
    assertThat(outline.isValid()).isTrue();
    assertThat(outline.intersection(cells).getArea() / cells.getArea()).isGreaterThan(0.98);
    assertThat(HotspotShape.around(SmallTown.moved("POLYGON ((0 0, 250 0, 250 250, 0 250, 0 0))"))
            .covers(SmallTown.moved("POLYGON ((0 0, 250 0, 250 250, 0 250, 0 0))")))
        .isTrue();
    assertThat(HotspotShape.number(outline).x).isGreaterThan(SmallTown.E + 750);
  }

  @Test
  void namesDoNotLieOverEachOtherOrOverNumbers() throws Exception {
    String page = draw(Look.page(""));
    assertThat(page).contains(">Storgatan</text>", ">Lindesta C</text>", ">Centrum</text>");
    assertThat(Pattern.compile(">Storgatan<").matcher(page).results()).hasSize(1);
  }

  @Test
  void anEmptyMunicipalityStillHasASheet() throws Exception {
    BaseSheet empty = new BaseSheet("empty", List.of(), List.of());
    String page =
        MapDrawing.draw(empty, new MapFrame(0, 0, 4000, 3000), List.of(), 400, 300, Look.page(""));
    parse(page);
    assertThat(page).contains("k-ramlinje");
    assertThat(empty.whole()).isNull();
  }

  @Test
  void everyInkOfTheDrawingIsKnownToTheStyleSheet() throws IOException {
    String sheet = new ClassPathResource("static/css/komponenter/karta.css")
        .getContentAsString(StandardCharsets.UTF_8);
    String page = draw(Look.page(""));
    Pattern.compile("class=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .flatMap(match -> Pattern.compile(" ").splitAsStream(match.group(1)))
        .distinct()
        .forEach(name -> assertThat(sheet).containsPattern("\\." + name + "\\b"));
  }

  @Test
  void squaresAreCountedFromTheNorthWest() {
    MapGrid grid = TOWN.grid();
    assertThat(grid.square(SmallTown.E + 10, SmallTown.N + 1990)).isEqualTo("A1");
    assertThat(grid.square(SmallTown.E + 1010, SmallTown.N + 10)).isEqualTo("C4");
    assertThat(grid.square(SmallTown.E - 10, SmallTown.N + 10)).isEqualTo("A4");
    assertThat(MapGrid.column(-1)).as("outside the grid there is no letter").isEmpty();
    assertThat(MapGrid.column(26)).isEqualTo("AA");
    assertThat(MapGrid.column(51)).isEqualTo("AZ");
  }

  @Test
  void theMunicipalitysFrameHoldsItsAreas() {
    assertThat(TOWN.whole())
        .isEqualTo(new MapFrame(
            SmallTown.E - 250, SmallTown.N - 250, SmallTown.E + 2250, SmallTown.N + 2250));
  }

  private static String draw(Look look) {
    return MapDrawing.draw(
        TOWN,
        new MapFrame(SmallTown.E, SmallTown.N + 300, SmallTown.E + 1700, SmallTown.N + 1600),
        MARKS,
        800,
        600,
        look);
  }

  private static String wkt(String local) {
    return SmallTown.moved(local).toText();
  }

  private static void parse(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  /** Kept beside the test reports, to be looked at. */
  private static void keep(String name, String svg) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "bilder"));
    Files.writeString(folder.resolve(name), svg);
  }
}
