package se.samlad.ground.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
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

  private final List<Face> faces = List.of(
      Face.read("Inter_400Regular", REGULAR, FontStyle.NORMAL),
      Face.read("Inter_400Regular_Italic", REGULAR, FontStyle.ITALIC),
      Face.read("Inter_600SemiBold", SEMIBOLD, FontStyle.NORMAL),
      Face.read("Inter_700Bold", BOLD, FontStyle.NORMAL));

  private final Face drawn = faces.getFirst();

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
    for (Face face : faces) {
      builder.useFont(
          () -> new ByteArrayInputStream(face.bytes()), FAMILY, face.weight(), face.style(), true);
    }
    // Drawings know one face by the family's name: with several the last one would be used for all.
    builder.useFont(
        drawn.file().toFile(),
        FAMILY,
        drawn.weight(),
        drawn.style(),
        true,
        EnumSet.of(FSFontUseCase.SVG));
    return builder;
  }

  /** A font of ours. The drawings' engine reads fonts from files alone, so each is put in one as well. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Face(byte[] bytes, Path file, int weight, FontStyle style) {

    static Face read(String name, int weight, FontStyle style) {
      try (InputStream in = new ClassPathResource("fonts/" + name + ".ttf").getInputStream()) {
        byte[] bytes = in.readAllBytes();
        Path file = Files.createTempFile(name, ".ttf");
        file.toFile().deleteOnExit();
        Files.write(file, bytes);
        return new Face(bytes, file, weight, style);
      } catch (IOException e) {
        throw new UncheckedIOException("the font " + name + " is not on the class path", e);
      }
    }
  }
}
