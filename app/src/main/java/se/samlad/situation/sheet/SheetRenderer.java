package se.samlad.situation.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import se.samlad.ground.documents.Pdf;
import se.samlad.ground.documents.PdfDocuments;
import se.samlad.situation.DraftSentences;

/** Writes a sheet as markup for the page and as PDF. What does not fit one page is set closer, in three steps. */
@Component
public class SheetRenderer {

  private static final int STEPS = 4;

  private final ITemplateEngine templates;
  private final PdfDocuments documents;
  private final String css = css();

  SheetRenderer(ITemplateEngine templates, PdfDocuments documents) {
    this.templates = templates;
    this.documents = documents;
  }

  /** The sheet's markup, for a page that shows it. */
  public String markup(Sheet sheet) {
    return templates.process(
        "situation/_sheet", Set.of("sheet"), context(Map.of("sheet", sheet, "paper", false)));
  }

  /** The sheet as one page of PDF/UA. */
  public Pdf pdf(Sheet sheet) {
    Pdf pdf = draw(sheet, 0);
    for (int step = 1; step < STEPS && pdf.pages() > 1; step++) {
      pdf = draw(sheet, step);
    }
    return pdf;
  }

  private Pdf draw(Sheet sheet, int closeness) {
    return documents.draw(templates.process(
        "situation/pdf",
        context(Map.of("sheet", sheet, "paper", true, "css", css, "closeness", closeness))));
  }

  private static Context context(Map<String, Object> variables) {
    return new Context(DraftSentences.LANGUAGE, variables);
  }

  private static String css() {
    try {
      return new ClassPathResource("documents/sheet.css")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
