// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of one study's tables, narrowed down to those that a summary tells of. */
record StudyRows(List<StudyRow> rows) {

  StudyRows {
    rows = List.copyOf(rows);
  }

  StudyRow first() {
    return rows.getFirst();
  }

  StudyRows skipFirst() {
    return new StudyRows(rows.subList(1, rows.size()));
  }

  /** Those that begin with this text. */
  StudyRows named(String name) {
    return new StudyRows(
        rows.stream().filter(row -> row.cells().getFirst().shown().equals(name)).toList());
  }

  /** Those of tables with this column. */
  StudyRows with(String column) {
    return new StudyRows(rows.stream().filter(row -> row.has(column)).toList());
  }

  /** Those with a cell that begins with this text. */
  StudyRows where(String start) {
    return new StudyRows(
        rows.stream()
            .filter(row -> row.cells().stream().anyMatch(cell -> cell.shown().startsWith(start)))
            .toList());
  }

  StudyRows and(StudyRows others) {
    return new StudyRows(Stream.concat(rows.stream(), others.rows.stream()).toList());
  }

  /** What the column shows, one after the other. */
  String joined(String column) {
    return rows.stream().map(row -> row.shown(column)).collect(Collectors.joining(", "));
  }

  /** The least and the most of the column. */
  String range(String column) {
    List<String> sorted =
        rows.stream()
            .map(row -> row.number(column))
            .sorted(Comparator.comparingDouble(Double::parseDouble))
            .toList();
    return sorted.getFirst() + " to " + sorted.getLast();
  }
}
