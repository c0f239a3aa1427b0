package se.samlad.intake.file;

/** How much a file may hold. What is larger is more likely an attack or a mistake than a delivery. */
public final class Limits {

  /** Bytes of a file as sent. */
  public static final long FILE_BYTES = 100_000_000;

  /** Rows of a text file, the header left out. */
  public static final int TEXT_ROWS = 1_000_000;

  /** Rows of a sheet; more is refused with the advice to save as CSV. */
  public static final int SHEET_ROWS = 200_000;

  public static final int COLUMNS = 200;
  public static final int CELL_CHARACTERS = 32_767;
  public static final int ROW_CHARACTERS = 200_000;

  static final int ZIP_ENTRIES = 200;
  static final long ZIP_UNPACKED_BYTES = 300_000_000;
  static final long SHARED_STRINGS_BYTES = 64_000_000;
  static final int ZIP_RATIO = 100;

  /** Small parts may pack well by nature; the ratio is judged from this size on. */
  static final long ZIP_RATIO_FROM_BYTES = 1_000_000;

  private Limits() {}
}
