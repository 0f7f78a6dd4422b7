// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study;

import dev.assay.bench.report.Cell;
import java.util.ArrayList;
import java.util.List;

/** Published results on ProcessBench (arXiv 2412.06559, table 3; models with majority of 8). */
final class PublishedCritics {

  private PublishedCritics() {}

  /** F1, accuracy on wrong and accuracy on clean solutions for each subset, in percent. */
  private record Published(String critic, double average, double[] figures) {}

  private static final List<Published> ALL =
      List.of(
          of(
              "Math-Shepherd-PRM-7B",
              31.5,
              47.9,
              32.4,
              91.7,
              29.5,
              18.0,
              82.0,
              24.8,
              15.0,
              71.1,
              23.8,
              14.2,
              73.0),
          of(
              "Skywork-PRM-7B",
              42.1,
              70.8,
              61.8,
              82.9,
              53.6,
              43.8,
              69.2,
              22.9,
              17.9,
              31.9,
              21.0,
              14.0,
              41.9),
          of(
              "Meta-Llama-3-8B-Instruct",
              11.1,
              13.1,
              42.5,
              7.8,
              13.8,
              28.6,
              9.1,
              4.8,
              27.1,
              2.7,
              12.6,
              26.1,
              8.3),
          of(
              "Llama-3.1-8B-Instruct",
              5.1,
              10.9,
              44.4,
              6.2,
              5.1,
              41.9,
              2.7,
              2.8,
              32.4,
              1.5,
              1.6,
              32.0,
              0.8),
          of(
              "Qwen2.5-Coder-7B-Instruct",
              6.7,
              14.3,
              7.7,
              100.0,
              6.5,
              3.4,
              98.3,
              4.1,
              2.1,
              99.1,
              1.8,
              0.9,
              98.3),
          of(
              "Qwen2-7B-Instruct",
              13.5,
              8.4,
              40.6,
              4.7,
              19.0,
              30.5,
              13.8,
              14.7,
              22.4,
              10.9,
              12.1,
              20.0,
              8.7),
          of(
              "Qwen2.5-Math-7B-Instruct",
              19.9,
              26.8,
              15.5,
              100.0,
              25.7,
              14.8,
              96.8,
              14.2,
              7.7,
              91.7,
              12.7,
              6.9,
              88.0),
          of(
              "Qwen2.5-7B-Instruct",
              32.5,
              36.5,
              40.6,
              33.2,
              36.6,
              30.8,
              45.1,
              29.7,
              26.5,
              33.9,
              27.4,
              26.2,
              28.6),
          of(
              "Qwen2.5-72B-Instruct",
              61.2,
              76.2,
              62.8,
              96.9,
              61.8,
              46.3,
              93.1,
              54.6,
              38.7,
              92.6,
              52.2,
              36.6,
              90.9),
          of(
              "QwQ-32B-Preview",
              71.5,
              88.0,
              81.6,
              95.3,
              78.7,
              78.1,
              79.3,
              57.8,
              61.4,
              54.6,
              61.3,
              55.7,
              68.0),
          of(
              "GPT-4o-0806",
              61.9,
              79.2,
              70.0,
              91.2,
              63.6,
              54.4,
              76.6,
              51.4,
              45.8,
              58.4,
              53.5,
              45.2,
              65.6),
          of(
              "o1-mini", 87.9, 93.2, 88.9, 97.9, 88.9, 83.5, 95.1, 87.2, 80.2, 95.6, 82.4, 74.8,
              91.7));

  private static Published of(String critic, double average, double... figures) {
    return new Published(critic, average, figures);
  }

  static List<List<Cell>> rows() {
    return ALL.stream().map(PublishedCritics::row).toList();
  }

  private static List<Cell> row(Published published) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(published.critic())));
    double[] figures = published.figures();
    for (int i = 0; i + 2 < figures.length; i += 3) {
      cells.add(cell(figures[i] / 100, figures[i + 1] / 100, figures[i + 2] / 100));
    }
    cells.add(Cell.percent(published.average() / 100));
    return cells;
  }

  /** Our own row in the same form. */
  static List<Cell> row(String critic, List<StepScore> subsets) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(critic)));
    for (StepScore score : subsets) {
      cells.add(cell(score.f1(), score.wrongAccuracy(), score.cleanAccuracy()));
    }
    cells.add(Cell.percent(subsets.stream().mapToDouble(StepScore::f1).average().orElse(0)));
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
