package se.samlad.ground.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every document of ours keeps, whatever is in it. */
class PdfDocumentsTest {

  private static final String PAGE = """
      <html lang="sv"><head><title>Prov</title><meta name="description" content="Ett prov"/>
      <style>@page { size: A4; margin: 12mm } body { font-family: Inter; font-size: 10pt }</style></head>
      <body><h1>Räksmörgås</h1><p>%s</p>
      <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" alt="Ett märke"><rect width="60" height="20" fill="#0072B2"/><text x="5" y="30" font-family="Inter">12</text></svg>
      <table><thead><tr><th scope="col">Plats</th><th scope="col">Antal</th></tr></thead><tbody><tr><th scope="row">Torget</th><td>14</td></tr></tbody></table>
      </body></html>
      """;

  private final PdfDocuments documents = new PdfDocuments();

  @Test
  void pageWithHeadingFigureAndTableKeepsPdfUa() throws Exception {
    Pdf pdf = documents.draw(PAGE.formatted("Vanlig text."));

    assertThat(pdf.pages()).isEqualTo(1);
    PdfUa.assertValid(pdf.bytes());
  }

  @Test
  void nothingOutsideThePageIsOpened() throws Exception {
    Pdf plain = documents.draw(PAGE.formatted("Vanlig text."));
    Pdf asking = documents.draw(
        PAGE.formatted(
            "Vanlig text.<img src=\"file:///etc/passwd\" alt=\"\"/><img src=\"http://127.0.0.1:9/x.png\" alt=\"\"/>"));

    assertThat(asking.bytes().length)
        .isCloseTo(plain.bytes().length, org.assertj.core.data.Percentage.withPercentage(10));
  }
}
