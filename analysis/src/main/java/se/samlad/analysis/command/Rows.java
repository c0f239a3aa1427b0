package se.samlad.analysis.command;

/** Refusals that name the row of the input. */
final class Rows {

  private Rows() {}

  /** The same refusal with the row before it, unless it names one already. */
  static IllegalArgumentException named(int row, IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return message.startsWith("Row ")
        ? refusal
        : new IllegalArgumentException("Row %d: %s".formatted(row + 1, message), refusal);
  }
}
