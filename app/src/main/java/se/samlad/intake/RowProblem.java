package se.samlad.intake;

import java.util.List;

/**
 * Why a row could not be taken, as a message key with arguments.
 *
 * @param number the line of the file, or the row of the sheet
 * @param field the column's name
 */
public record RowProblem(int number, String field, String messageKey, List<String> arguments) {

  public RowProblem {
    arguments = List.copyOf(arguments);
  }
}
