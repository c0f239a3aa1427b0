package se.samlad.analysis.verify;

import se.samlad.analysis.table.Csv;

/** One row of expected values, read column by column; a column that is not there is not compared. */
record Expected(Csv table, int row, Findings findings) {

  void compare(String group, Tolerance tolerance, String column, double ours) {
    if (table.has(column)) {
      findings.group(group, tolerance).compare(table.number(row, column), ours);
    }
  }

  boolean has(String column) {
    return table.has(column);
  }

  double number(String column) {
    return table.number(row, column);
  }

  void compareValue(String group, Tolerance tolerance, double expected, double ours) {
    findings.group(group, tolerance).compare(expected, ours);
  }
}
