// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Columns that line up: the first to the left, as text; the others to the right, as numbers. */
public final class AlignedColumns {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> left;

  public AlignedColumns() {
    this(Set.of(0));
  }

  /**
   * @param left the columns of text, from 0
   */
  AlignedColumns(Set<Integer> left) {
    this.left = Set.copyOf(left);
  }

  public AlignedColumns row(String... cells) {
    return row(Arrays.asList(cells));
  }

  AlignedColumns row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  public List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /**
   * As a table if there is room for one; otherwise each row as lines of its own, a heading and its
   * cell on each, the first row being the headings.
   *
   * @param room how many columns of letters there are
   */
  public List<String> lines(int room) {
    List<String> table = lines();
    return table.stream().allMatch(line -> length(line) <= room) ? table : stacked(room);
  }

  private List<String> stacked(int room) {
    List<String> lines = new ArrayList<>();
    List<String> headings = rows.isEmpty() ? List.of() : rows.getFirst();
    int widest = headings.stream().mapToInt(AlignedColumns::length).max().orElse(0);
    for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      if (!lines.isEmpty() && row.size() > 1) {
        lines.add("");
      }
      for (int column = 0; column < row.size(); column++) {
        String heading = column < headings.size() ? headings.get(column) : "";
        lines.addAll(labelled(heading, row.get(column).strip(), widest, room));
      }
    }
    return lines;
  }

  private static List<String> labelled(String heading, String cell, int widest, int room) {
    if (cell.isEmpty()) {
      return List.of();
    }
    String label = heading.isEmpty() ? "" : heading + " ".repeat(widest - length(heading)) + GAP;
    return TextFitting.hang(label, cell, room);
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String space = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : GAP);
      line.append(left.contains(column) ? cell + space : space + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
