// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.text.TextTable.Row;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much counted work the readers take for a character, at worst: of the rows as they are, and of
 * each text said again and again, as models in a loop do.
 *
 * @param steps of work
 * @param characters of what was read
 */
record ReadingCost(String place, long steps, long characters) {

  /** Characters to which a text is repeated; answers are not read beyond two thousand. */
  private static final int LONG = 2_000;

  private static final Comparator<ReadingCost> BY_RATIO =
      Comparator.comparingDouble(ReadingCost::ratio);

  private double ratio() {
    return (double) steps / characters;
  }

  static Table table(List<TabledReader> readers) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TabledReader reader : readers) {
      rows.add(line(reader.name(), "as it stands", of(reader, false)));
      rows.add(line(reader.name(), "repeated", of(reader, true)));
    }
    return new Table(
        "Steps of counted work for a character: a step is a character looked at, or as much work",
        List.of("reader", "text", "mean", "worst", "at"),
        rows);
  }

  private static List<Cell> line(String reader, String text, List<ReadingCost> costs) {
    ReadingCost worst = costs.stream().max(BY_RATIO).orElseThrow();
    double mean =
        (double) costs.stream().mapToLong(ReadingCost::steps).sum()
            / costs.stream().mapToLong(ReadingCost::characters).sum();
    return List.of(
        Cell.text(reader),
        Cell.text(text),
        Cell.number(mean, 1),
        Cell.number(worst.ratio(), 1),
        Cell.text(worst.place()));
  }

  private static List<ReadingCost> of(TabledReader reader, boolean repeated) {
    return reader.rows().stream()
        .map(row -> repeated ? repeated(row, reader.inputs()) : row)
        .map(row -> of(row, reader))
        .toList();
  }

  private static ReadingCost of(Row row, TabledReader reader) {
    WorkBudget endless = new WorkBudget(Long.MAX_VALUE);
    endless.run(() -> reader.reading().apply(row), () -> "");
    long characters = reader.inputs().stream().mapToLong(input -> row.get(input).length()).sum();
    return new ReadingCost(row.place(), endless.spent(), Math.max(1, characters));
  }

  private static Row repeated(Row row, List<String> inputs) {
    List<String> cells = new ArrayList<>(row.cells());
    for (String input : inputs) {
      String text = row.get(input);
      cells.set(row.columns().indexOf(input), text.repeat(LONG / Math.max(1, text.length())));
    }
    return new Row(row.place(), row.columns(), cells);
  }
}
