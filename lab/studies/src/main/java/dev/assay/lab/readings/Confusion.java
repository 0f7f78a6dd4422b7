// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.lab.readings.TabledReader.ReadRow;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was expected against what was read, for each kind of row: so that a change to a reader shows
 * what it moves.
 */
record Confusion(TabledReader reader, List<ReadRow> rows) {

  /** Where the sort is the expected one and the reading is not. */
  private static final String ANOTHER = "another ";

  Confusion {
    rows = List.copyOf(rows);
  }

  Table table() {
    SortedSet<String> sorts =
        rows.stream()
            .flatMap(row -> Stream.of(reader.sort().apply(row.expected()), ours(row)))
            .collect(Collectors.toCollection(TreeSet::new));
    List<List<Cell>> table = new ArrayList<>();
    byKind()
        .forEach(
            (kind, counted) ->
                counted.forEach((expected, ours) -> table.add(line(kind, expected, sorts, ours))));
    List<String> columns = new ArrayList<>(List.of("kind", "expected", "rows"));
    sorts.forEach(sort -> columns.add("read: " + sort));
    long right = rows.stream().filter(ReadRow::isRight).count();
    return new Table(
        "%s: %d of %d rows are read as expected".formatted(reader.name(), right, rows.size()),
        columns,
        table);
  }

  /** Kinds in the order of the tables, and for what is expected how many are read as what. */
  private SequencedMap<String, Map<String, Map<String, Long>>> byKind() {
    SequencedMap<String, Map<String, Map<String, Long>>> kinds = new LinkedHashMap<>();
    for (ReadRow row : rows) {
      kinds
          .computeIfAbsent(row.kind(), _ -> new TreeMap<>())
          .computeIfAbsent(reader.sort().apply(row.expected()), _ -> new TreeMap<>())
          .merge(ours(row), 1L, Long::sum);
    }
    return kinds;
  }

  private String ours(ReadRow row) {
    String sort = reader.sort().apply(row.ours());
    boolean same = sort.equals(reader.sort().apply(row.expected()));
    return same && !row.isRight() ? ANOTHER + sort : sort;
  }

  private static List<Cell> line(
      String kind, String expected, SortedSet<String> sorts, Map<String, Long> ours) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(kind));
    cells.add(Cell.text(expected));
    cells.add(Cell.count(ours.values().stream().mapToLong(Long::longValue).sum()));
    for (String sort : sorts) {
      cells.add(ours.containsKey(sort) ? Cell.count(ours.get(sort)) : Cell.none());
    }
    return cells;
  }

  /** The rows that are read otherwise than expected. */
  Table wrong() {
    return new Table(
        reader.name() + ": read otherwise than expected",
        List.of("row", "input", "expected", "read"),
        rows.stream()
            .filter(row -> !row.isRight())
            .map(row -> Stream.of(row.place(), row.input(), row.expected(), row.ours()))
            .map(cells -> cells.map(Cell::text).toList())
            .toList());
  }
}
