// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import dev.assay.equality.answers.AnswerGroups;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Percentiles;
import dev.assay.text.TextTable.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How long it takes to read two answers and to compare them, and to group those of a large problem,
 * when the machine is warm.
 */
final class ReadingSpeed {

  /** Rounds over all pairs; those before the last are for the compiler. */
  private static final int ROUNDS = 12;

  private static final int GROUPED = 64;
  private static final double MICRO = 1e3;
  private static final double MEDIAN = 0.5;
  private static final double LATE = 0.99;

  private ReadingSpeed() {}

  static Table table(List<Row> pairs) {
    MathEquality equality = new MathEquality();
    double[] compared = new double[0];
    double[] grouped = new double[0];
    for (int round = 0; round < ROUNDS; round++) {
      compared =
          pairs.stream()
              .mapToDouble(row -> micros(() -> equality.compare(row.get("one"), row.get("other"))))
              .toArray();
      grouped =
          lists(pairs).stream()
              .mapToDouble(
                  answers -> micros(() -> AnswerGroups.of(answers, Function.identity(), equality)))
              .toArray();
    }
    return new Table(
        "Microseconds on one core, warm",
        List.of("what", "times", "p50", "p99"),
        List.of(
            line("two answers read and compared", compared),
            line(GROUPED + " LaTeX answers read and grouped", grouped)));
  }

  /** Lists of different LaTeX answers out of the table, each in turn with the others. */
  private static List<List<String>> lists(List<Row> pairs) {
    List<String> latex =
        pairs.stream()
            .map(row -> row.get("one"))
            .filter(answer -> answer.contains("\\"))
            .distinct()
            .toList();
    return IntStream.range(0, latex.size() / GROUPED)
        .mapToObj(i -> latex.subList(i * GROUPED, (i + 1) * GROUPED))
        .toList();
  }

  private static double micros(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / MICRO;
  }

  private static List<Cell> line(String what, double[] micros) {
    return List.of(
        Cell.text(what),
        Cell.count(micros.length),
        Cell.number(Percentiles.of(micros, MEDIAN), 1),
        Cell.number(Percentiles.of(micros, LATE), 1));
  }
}
