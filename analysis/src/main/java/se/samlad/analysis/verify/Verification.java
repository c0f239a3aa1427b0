package se.samlad.analysis.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works through folders laid out as {@code reference/KIND/NAME} or {@code reference/KIND} and prints a row for each group
 * of values.
 *
 * <p>A folder may be given itself, or a parent of several. The kind is told from the folder's own name, else from the
 * nearest folder above it that is named as a kind, else from the folders within. Exit code 0 when every value holds, 1
 * when one is off or a folder could not be worked through, 2 when a given folder is of no known kind.
 */
public final class Verification {

  private record Case(FolderKind kind, Path folder) {}

  private final PrintStream out;
  private final PrintStream err;
  private int off;
  private int rows;

  private Verification(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Checks these folders and returns the exit code. */
  public static int run(List<Path> folders, PrintStream out, PrintStream err) {
    Verification verification = new Verification(out, err);
    List<Case> cases = new ArrayList<>();
    for (Path folder : folders) {
      List<Case> found = cases(folder.toAbsolutePath().normalize());
      if (found.isEmpty()) {
        err.println(refusal(folder));
        return 2;
      }
      cases.addAll(found);
    }
    return verification.check(cases);
  }

  private static String refusal(Path folder) {
    return Files.isDirectory(folder)
        ? "%s is of no known kind; the kinds are %s.".formatted(folder, FolderKinds.names())
        : "There is no folder %s.".formatted(folder);
  }

  private int check(List<Case> cases) {
    out.printf(
        "%-46s %-34s %8s %6s %10s %14s%n",
        "folder", "values of", "values", "off", "largest", "tolerance");
    for (Case each : cases) {
      check(each);
    }
    out.printf("%d folders, %d groups, %d off.%n", cases.size(), rows, off);
    return off == 0 ? 0 : 1;
  }

  private void check(Case each) {
    Findings findings = new Findings();
    String name = nameOf(each);
    try {
      each.kind.check(each.folder, findings);
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      print(name, findings);
      off++;
      err.printf("%s could not be worked through: %s%n", name, e.getMessage());
      return;
    }
    print(name, findings);
    if (findings.groups().isEmpty()) {
      off++;
      err.printf("%s holds no expected values.%n", name);
    }
  }

  private void print(String name, Findings findings) {
    for (ValueGroup group : findings.groups()) {
      rows++;
      off += group.ok() ? 0 : 1;
      out.println(group.row(name));
    }
  }

  private static String nameOf(Case each) {
    String last = String.valueOf(each.folder.getFileName());
    return last.equals(each.kind.name()) ? last : each.kind.name() + "/" + last;
  }

  private static List<Case> cases(Path given) {
    for (Path at = given; at != null && at.getFileName() != null; at = at.getParent()) {
      Optional<FolderKind> kind = FolderKinds.find(at.getFileName().toString());
      if (kind.isPresent()) {
        return casesOf(kind.get(), given);
      }
    }
    return foldersIn(given).stream()
        .flatMap(folder -> FolderKinds.find(String.valueOf(folder.getFileName())).stream()
            .flatMap(kind -> casesOf(kind, folder).stream()))
        .toList();
  }

  /** The folder itself when it holds more than a README, and the folders within. */
  private static List<Case> casesOf(FolderKind kind, Path folder) {
    List<Case> cases = new ArrayList<>();
    if (holdsData(folder)) {
      cases.add(new Case(kind, folder));
    }
    foldersIn(folder).forEach(each -> cases.addAll(casesOf(kind, each)));
    return cases;
  }

  private static boolean holdsData(Path folder) {
    return list(folder).stream()
        .anyMatch(
            file -> Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".md"));
  }

  private static List<Path> foldersIn(Path folder) {
    return list(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be listed".formatted(folder), e);
    }
  }
}
