// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures in rows, ours beside the published ones.
 *
 * @param title says what is compared, and in what unit
 * @param rows each as long as {@code columns}
 */
@JsonTypeName("table")
public record Table(String title, List<String> columns, List<List<Cell>> rows)
    implements ReportPart {

  public Table {
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            title + ": a row of " + row.size() + " cells (expected: " + columns.size() + ")");
      }
    }
  }

  /** The columns, from 0, that hold numbers and no text: such are read from the right. */
  Set<Integer> numericColumns() {
    return IntStream.range(0, columns.size())
        .filter(this::isNumeric)
        .boxed()
        .collect(Collectors.toSet());
  }

  private boolean isNumeric(int column) {
    boolean numbers = false;
    for (List<Cell> row : rows) {
      Object value = row.get(column).value();
      if (value != null && !(value instanceof Number)) {
        return false;
      }
      numbers |= value != null;
    }
    return numbers;
  }
}
