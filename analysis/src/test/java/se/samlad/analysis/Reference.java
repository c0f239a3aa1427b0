package se.samlad.analysis;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import se.samlad.analysis.table.Csv;

/** The folders of inputs and expected values from independent software that lie among the test resources. */
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
}
