// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Published results on ProcessBench (arXiv 2412.06559, table 3; models with majority of 8). */
public final class PublishedCritics {

  /** The subsets of the paper, in its order. */
  static final List<String> SUBSETS = List.of("gsm8k", "math", "olympiadbench", "omnimath");

  private static final int FIGURES_PER_SUBSET = 3;
  private static final double PERCENT = 100;

  /**
   * A critic, then F1, accuracy on wrong and accuracy on clean solutions for each subset, then the
   * average F1, all in percent.
   */
  private static final String TABLE =
      """
      Math-Shepherd-PRM-7B 47.9 32.4 91.7 29.5 18.0 82.0 24.8 15.0 71.1 23.8 14.2 73.0 31.5
      Skywork-PRM-7B 70.8 61.8 82.9 53.6 43.8 69.2 22.9 17.9 31.9 21.0 14.0 41.9 42.1
      Meta-Llama-3-8B-Instruct 13.1 42.5 7.8 13.8 28.6 9.1 4.8 27.1 2.7 12.6 26.1 8.3 11.1
      Llama-3.1-8B-Instruct 10.9 44.4 6.2 5.1 41.9 2.7 2.8 32.4 1.5 1.6 32.0 0.8 5.1
      Qwen2.5-Coder-7B-Instruct 14.3 7.7 100.0 6.5 3.4 98.3 4.1 2.1 99.1 1.8 0.9 98.3 6.7
      Qwen2-7B-Instruct 8.4 40.6 4.7 19.0 30.5 13.8 14.7 22.4 10.9 12.1 20.0 8.7 13.5
      Qwen2.5-Math-7B-Instruct 26.8 15.5 100.0 25.7 14.8 96.8 14.2 7.7 91.7 12.7 6.9 88.0 19.9
      Qwen2.5-7B-Instruct 36.5 40.6 33.2 36.6 30.8 45.1 29.7 26.5 33.9 27.4 26.2 28.6 32.5
      Qwen2.5-72B-Instruct 76.2 62.8 96.9 61.8 46.3 93.1 54.6 38.7 92.6 52.2 36.6 90.9 61.2
      QwQ-32B-Preview 88.0 81.6 95.3 78.7 78.1 79.3 57.8 61.4 54.6 61.3 55.7 68.0 71.5
      GPT-4o-0806 79.2 70.0 91.2 63.6 54.4 76.6 51.4 45.8 58.4 53.5 45.2 65.6 61.9
      o1-mini 93.2 88.9 97.9 88.9 83.5 95.1 87.2 80.2 95.6 82.4 74.8 91.7 87.9
      """;

  private PublishedCritics() {}

  /**
   * A critic beside the published ones; empty unless its accuracy on every subset is known.
   *
   * @param critic what to call it
   * @param subsets by their names in the paper's files
   */
  public static Optional<Table> beside(String critic, Map<String, SubsetAccuracy> subsets) {
    List<SubsetAccuracy> known = new ArrayList<>();
    SUBSETS.forEach(name -> Optional.ofNullable(subsets.get(name)).ifPresent(known::add));
    if (known.size() < SUBSETS.size()) {
      return Optional.empty();
    }
    List<List<Cell>> rows = new ArrayList<>(List.of(row(critic, known)));
    rows.addAll(rows());
    return Optional.of(
        new Table(
            "F1 (accuracy on wrong / on clean), beside published critics (arXiv 2412.06559, table 3)",
            List.of("critic", "GSM8K", "MATH", "OlympiadBench", "Omni-MATH", "average"),
            rows));
  }

  private static List<List<Cell>> rows() {
    return TABLE.lines().map(line -> row(List.of(line.split(" ")))).toList();
  }

  private static List<Cell> row(List<String> fields) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(fields.getFirst())));
    for (int i = 1; i + FIGURES_PER_SUBSET < fields.size(); i += FIGURES_PER_SUBSET) {
      cells.add(cell(share(fields.get(i)), share(fields.get(i + 1)), share(fields.get(i + 2))));
    }
    cells.add(Cell.percent(share(fields.getLast())));
    return cells;
  }

  private static double share(String percent) {
    return Double.parseDouble(percent) / PERCENT;
  }

  /** Our own row in the same form. */
  private static List<Cell> row(String critic, List<SubsetAccuracy> subsets) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(critic)));
    for (SubsetAccuracy each : subsets) {
      cells.add(cell(each.f1(), each.wrong(), each.clean()));
    }
    cells.add(Cell.percent(subsets.stream().mapToDouble(SubsetAccuracy::f1).average().orElse(0)));
    return cells;
  }

  private static Cell cell(double f1, double wrong, double clean) {
    String shown =
        Cell.percent(f1).shown()
            + " ("
            + Cell.percent(wrong).shown()
            + "/"
            + Cell.percent(clean).shown()
            + ")";
    return new Cell(f1, shown);
  }
}
