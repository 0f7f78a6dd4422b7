// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import dev.assay.lab.report.Cell;
import java.util.List;

/** A row of a study's table, by the names of its columns. */
record StudyRow(List<String> columns, List<Cell> cells) {

  boolean has(String column) {
    return columns.contains(column);
  }

  String shown(String column) {
    return cell(column).shown();
  }

  /** The number that the text begins with: an estimate without its interval. */
  String number(String column) {
    String shown = shown(column);
    int end = shown.indexOf(' ');
    return end < 0 ? shown : shown.substring(0, end);
  }

  /**
   * @throws IllegalStateException if it holds a text
   */
  double value(String column) {
    if (cell(column).value() instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException(column + ": " + shown(column) + " (expected: a number)");
  }

  private Cell cell(String column) {
    return cells.get(columns.indexOf(column));
  }
}
