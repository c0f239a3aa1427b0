package se.samlad.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks a workbook through before anything of it is read: unpacks every part once and counts what really comes out, whatever sizes the
 * archive claims, and refuses document type declarations, on which every trick with entities rests.
 */
final class WorkbookGuard {

  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private WorkbookGuard() {}

  /** Refuses what is not to be read; answers whether the workbook has styles, by which dates are told from numbers. */
  static boolean inspect(Path file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      int entries = 0;
      long unpacked = 0;
      boolean workbook = false;
      boolean styles = false;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++entries > Limits.ZIP_ENTRIES) {
          throw new UnreadableFile("intake.file.manyParts", Limits.ZIP_ENTRIES);
        }
        String name = entry.getName().toLowerCase(Locale.ROOT);
        refuseMacrosAndLocks(entry, name);
        workbook |= name.equals("[content_types].xml");
        styles |= name.endsWith("styles.xml");
        unpacked += unpack(zip, entry, name, Limits.ZIP_UNPACKED_BYTES - unpacked);
      }
      if (!workbook) {
        throw new UnreadableFile("intake.file.noWorkbook");
      }
      return styles;
    } catch (ZipException | IllegalArgumentException e) {
      throw new UnreadableFile("intake.file.broken");
    }
  }

  private static void refuseMacrosAndLocks(ZipArchiveEntry entry, String name) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableFile("intake.file.locked");
    }
    if (name.endsWith("vbaproject.bin")) {
      throw new UnreadableFile("intake.file.macros");
    }
  }

  private static long unpack(ZipFile zip, ZipArchiveEntry entry, String name, long left)
      throws IOException {
    long limit =
        name.endsWith("sharedstrings.xml") ? Math.min(left, Limits.SHARED_STRINGS_BYTES) : left;
    boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    long packed = Math.max(1, entry.getCompressedSize());
    long count = 0;
    int matched = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (xml && count == 0) {
          refuseWideCharacters(buffer, n);
        }
        count += n;
        if (count > limit) {
          throw new UnreadableFile("intake.file.unpacked", Limits.ZIP_UNPACKED_BYTES / 1_000_000);
        }
        if (count > Limits.ZIP_RATIO_FROM_BYTES && count / packed > Limits.ZIP_RATIO) {
          throw new UnreadableFile("intake.file.bomb");
        }
        if (xml) {
          matched = findDoctype(buffer, n, matched);
        }
      }
    }
    return count;
  }

  /** UTF-16 would hide a declaration from the search for it; no spreadsheet program writes it. */
  private static void refuseWideCharacters(byte[] buffer, int length) {
    for (int i = 0; i < Math.min(length, 4); i++) {
      if (buffer[i] == 0 || buffer[i] == (byte) 0xFE || buffer[i] == (byte) 0xFF) {
        throw new UnreadableFile("intake.file.doctype");
      }
    }
  }

  private static int findDoctype(byte[] buffer, int length, int matchedBefore) {
    int matched = matchedBefore;
    for (int i = 0; i < length; i++) {
      int letter = buffer[i] >= 'a' && buffer[i] <= 'z' ? buffer[i] - 32 : buffer[i];
      matched = letter == DOCTYPE[matched] ? matched + 1 : letter == DOCTYPE[0] ? 1 : 0;
      if (matched == DOCTYPE.length) {
        throw new UnreadableFile("intake.file.doctype");
      }
    }
    return matched;
  }
}
