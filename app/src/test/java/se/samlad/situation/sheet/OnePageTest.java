package se.samlad.situation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.documents.Pdf;
import se.samlad.ground.documents.PdfUa;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.situation.BlockKind;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.PictureFigures;
import se.samlad.situation.SampleFigures;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TestTown.Person;

/** The document: one A4 page whatever is in it, and one that can be heard. */
@SamladTest
class OnePageTest {

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  SituationPictures pictures;

  @Autowired
  SheetMaker sheets;

  @Autowired
  SheetRenderer renderer;

  Person coordinator;
  UUID group;

  @BeforeEach
  void build() {
    TestTown town = TestTown.in(tenancy, db, catalogue);
    group = town.group("EST Centrum", false, town.area("Centrum", 0, 0));
    coordinator = town.person(Role.COORDINATOR, null);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "3, 3", "5, 6"})
  void pictureIsOneValidPage(int hotspots, int measures) throws Exception {
    PictureFigures figures = SampleFigures.withHotspots(hotspots, measures);
    Pdf pdf = pdf(open(), figures);

    keep("lagesbild-" + hotspots, pdf);
    assertThat(pdf.pages()).isEqualTo(1);
    PdfUa.assertValid(pdf.bytes());
  }

  @Test
  void pictureWithTheMostTextStillIsOnePage() throws Exception {
    PictureFigures figures = SampleFigures.withHotspots(5, 9);
    SituationPicture picture = open();
    String longest = "Åtta små ord om läget i stan. ".repeat(40);
    Map<String, String> proposals = new LinkedHashMap<>();
    figures
        .hotspots()
        .list()
        .forEach(spot -> proposals.put(
            spot.name(),
            "Fler ord om platsen. ".repeat(9).substring(0, PictureBlock.MOST_LETTERS_PROPOSED)));
    for (BlockKind kind : BlockKind.values()) {
      picture = write(
          picture,
          kind,
          longest.substring(0, kind.mostLetters()),
          kind == BlockKind.HOTSPOTS ? proposals : Map.of());
    }

    Pdf pdf = pdf(picture, figures);

    keep("lagesbild-langst", pdf);
    assertThat(pdf.pages()).isEqualTo(1);
    PdfUa.assertValid(pdf.bytes());
  }

  @Test
  void silentWeekIsOnePageThatDoesNotSayCalm() throws Exception {
    SituationPicture picture = open();
    PictureFigures figures = SampleFigures.silent();

    String markup = markup(picture, figures);

    assertThat(markup)
        .contains("ingen har svarat, så det går inte att säga om det var lugnt")
        .contains("Otillräckligt underlag");
    Pdf pdf = pdf(picture, figures);
    keep("lagesbild-tyst", pdf);
    assertThat(pdf.pages()).isEqualTo(1);
    PdfUa.assertValid(pdf.bytes());
  }

  @Test
  void whatIsWrittenIsTextAndNeverMarkup() throws Exception {
    SituationPicture picture = write(
        open(),
        BlockKind.BRIEF,
        "<img src=\"http://example.org/x\"> & <script>alert(1)</script>",
        Map.of());

    String markup = markup(picture, SampleFigures.withHotspots(1, 0));

    assertThat(markup).doesNotContain("<img", "<script").contains("&lt;img src=");
    assertThat(pdf(picture, SampleFigures.withHotspots(1, 0)).pages()).isEqualTo(1);
  }

  @Test
  void pictureOfTheMostIsDrawnWithinFiveSeconds() {
    SituationPicture picture = open();
    PictureFigures figures = SampleFigures.withHotspots(5, 6);
    pdf(picture, figures);
    long start = System.nanoTime();
    Pdf pdf = pdf(picture, figures);
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.println("one-page PDF: " + millis + " ms, " + pdf.bytes().length + " bytes");
    assertThat(pdf.bytes().length).isLessThan(300_000);
  }

  private SituationPicture open() {
    return tenancy.as(
        coordinator.actor(), () -> pictures.open(group, Period.parse("2026-v48").orElseThrow()));
  }

  private SituationPicture write(
      SituationPicture picture, BlockKind kind, String text, Map<String, String> proposals) {
    return tenancy.as(
        coordinator.actor(),
        () -> pictures.write(
            picture.id(), kind, picture.block(kind).revision(), text, proposals, true));
  }

  private Pdf pdf(SituationPicture picture, PictureFigures figures) {
    return tenancy.readAs(coordinator.actor(), () -> renderer.pdf(sheets.sheet(picture, figures)));
  }

  private String markup(SituationPicture picture, PictureFigures figures) {
    return tenancy.readAs(
        coordinator.actor(), () -> renderer.markup(sheets.sheet(picture, figures)));
  }

  private static void keep(String name, Pdf pdf) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve(name + ".pdf"), pdf.bytes());
  }
}
