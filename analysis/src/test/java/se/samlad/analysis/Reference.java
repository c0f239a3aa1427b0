package se.samlad.analysis;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import se.samlad.analysis.table.Csv;

/** The folders of inputs and expected values from independent software that lie among the test resources, or beside the repository. */
public final class Reference {

  private Reference() {}

  public static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(Reference.class.getResource("/reference/" + name), name)
          .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Csv csv(String folder, String file) {
    return Csv.read(folder(folder).resolve(file));
  }

  /**
   * A folder that is not among the test resources: looked for in {@code -Dsamlad.reference} or in {@code
   * ../shared/reference} beside the repository. Where there is none the test says so in one line and is skipped.
   */
  public static Path beside(String name) {
    String given = System.getProperty("samlad.reference");
    Path root = given == null ? besideRepository() : Path.of(given);
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      String sentence = "Skipped: no reference folder " + name + " in " + root;
      System.out.println(sentence);
      Assumptions.abort(sentence);
    }
    return folder;
  }

  private static Path besideRepository() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("docs/decisions"))) {
      at = at.getParent();
    }
    return at.resolveSibling("shared").resolve("reference");
  }
}
