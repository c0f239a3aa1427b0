package se.samlad.ground.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes PDF/UA-1 from XHTML of our own: tagged, with language and title of the page, every font embedded. It opens nothing, neither files
 * nor addresses: what the page shows stands in the page. The style sheet knows no flex, grid, variables or opacity.
 */
@Component
public class PdfDocuments {

  private static final String FAMILY = "Inter";
  private static final int REGULAR = 400;
  private static final int SEMIBOLD = 600;
  private static final int BOLD = 700;

  private final byte[] regular = font("Inter_400Regular");
  private final byte[] italic = font("Inter_400Regular_Italic");
  private final byte[] semibold = font("Inter_600SemiBold");
  private final byte[] bold = font("Inter_700Bold");

  PdfDocuments() {
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Draws the page.
   *
   * @param xhtml well-formed, with lang and title; text in it is escaped by whoever made it
   */
  public Pdf draw(String xhtml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64_000);
    try (BatikSVGDrawer drawings = new BatikSVGDrawer();
        PdfBoxRenderer renderer =
            builder(drawings).withHtmlContent(xhtml, null).toStream(bytes).buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDF();
      return new Pdf(
          bytes.toByteArray(), renderer.getRootBox().getLayer().getPages().size());
    } catch (IOException e) {
      throw new UncheckedIOException("the page could not be drawn", e);
    }
  }

  private PdfRendererBuilder builder(BatikSVGDrawer drawings) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.usePdfVersion(1.7f);
    builder.withProducer("Samlad");
    builder.useSVGDrawer(drawings);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((address, type) -> false, when);
    }
    builder.useFont(() -> open(regular), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> open(italic), FAMILY, REGULAR, FontStyle.ITALIC, true);
    builder.useFont(() -> open(semibold), FAMILY, SEMIBOLD, FontStyle.NORMAL, true);
    builder.useFont(() -> open(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
    return builder;
  }

  private static InputStream open(byte[] font) {
    return new ByteArrayInputStream(font);
  }

  private static byte[] font(String name) {
    try (InputStream in = new ClassPathResource("fonts/" + name + ".ttf").getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + name + " is not on the class path", e);
    }
  }
}
