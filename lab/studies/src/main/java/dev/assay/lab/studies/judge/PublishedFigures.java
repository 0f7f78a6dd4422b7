// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import static dev.assay.lab.studies.judge.Condition.BASE_FULL;
import static dev.assay.lab.studies.judge.Condition.BASE_MINI;
import static dev.assay.lab.studies.judge.Condition.BASE_NANO;
import static dev.assay.lab.studies.judge.Condition.CAL_LOW;
import static dev.assay.lab.studies.judge.Condition.COMBINED;
import static dev.assay.lab.studies.judge.Condition.CRITERIA_FULL;
import static dev.assay.lab.studies.judge.Condition.CRITERIA_HAIKU;
import static dev.assay.lab.studies.judge.Condition.CRITERIA_MINI;
import static dev.assay.lab.studies.judge.Condition.CRITERIA_SONNET;
import static dev.assay.lab.studies.judge.Condition.HAIKU;
import static dev.assay.lab.studies.judge.Condition.SONNET;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The published figures, and ours beside them. */
final class PublishedFigures {

  private static final String MATHS = "Math";

  /** The tables of the authors' README: items and accuracy in percent, as printed. */
  private static final List<Figure> README =
      List.of(
          new Figure(BASE_FULL, "", 1, 1729, "71.7"),
          new Figure(BASE_FULL, "", 8, 1730, "81.5"),
          new Figure(BASE_MINI, "", 8, 1730, "79.2"),
          new Figure(BASE_NANO, "", 1, 1700, "52.3"),
          new Figure(BASE_NANO, "", 8, 1705, "71.4"),
          new Figure(CRITERIA_FULL, "", 1, 1738, "74.7"),
          new Figure(CRITERIA_FULL, "", 8, 1741, "83.6"),
          new Figure(CRITERIA_MINI, "", 8, 1742, "81.5"),
          new Figure(CAL_LOW, "", 1, 1737, "73.8"),
          new Figure(CAL_LOW, "", 8, 1744, "81.7"),
          new Figure(COMBINED, "", 8, 1746, "82.6"),
          new Figure(SONNET, "", 1, 1737, "72.3"),
          new Figure(SONNET, "", 8, 1744, "82.7"),
          new Figure(CRITERIA_SONNET, "", 1, 1743, "74.1"),
          new Figure(CRITERIA_SONNET, "", 8, 1751, "83.4"),
          new Figure(HAIKU, "", 8, 1761, "84.8"),
          new Figure(CRITERIA_HAIKU, "", 8, 1763, "85.8"),
          new Figure(BASE_FULL, MATHS, 1, 183, "61.2"),
          new Figure(BASE_FULL, MATHS, 8, 183, "74.9"));

  /** Where the authors' file of metrics keeps each condition. */
  private static final Map<String, Condition> METRICS =
      Map.of(
          "claude_full_baseline", SONNET,
          "claude_full_ensemble_k8", SONNET,
          "claude_mini_baseline", HAIKU,
          "claude_mini_ensemble_k8", HAIKU,
          "claude_full_criteria", CRITERIA_SONNET,
          "claude_full_criteria_k8", CRITERIA_SONNET,
          "claude_mini_criteria", CRITERIA_HAIKU,
          "claude_mini_criteria_k8", CRITERIA_HAIKU);

  private static final Map<String, Condition> CURVES =
      Map.of("claude_diminishing_returns_full", SONNET, "claude_diminishing_returns_mini", HAIKU);

  private final DatasetFolder data;

  PublishedFigures(DatasetFolder data) {
    this.data = data;
  }

  private record Figure(Condition condition, String subset, int k, int n, String percent) {}

  Table readme() {
    return new Table(
        "Published rule: share of items where the right candidate wins, %",
        List.of("judge", "subset", "k", "items", "published items", "ours", "published", "equal"),
        README.stream().map(this::row).toList());
  }

  private List<Cell> row(Figure figure) {
    List<JudgeItem> items =
        items(figure.condition()).stream()
            .filter(item -> figure.subset().isEmpty() || item.subset().equals(figure.subset()))
            .toList();
    PublishedRule ours = PublishedRule.of(items, figure.k());
    Cell share = Cell.percent(ours.accuracy());
    return List.of(
        Cell.text(figure.condition().name()),
        Cell.text(figure.subset().isEmpty() ? "all" : figure.subset()),
        Cell.count(figure.k()),
        Cell.count(ours.n()),
        Cell.count(figure.n()),
        share,
        Cell.printed(figure.percent()),
        yes(ours.n() == figure.n() && share.shown().equals(figure.percent())));
  }

  /** The nano judge's rows are looked up by the id of the base prompt's, as the authors do. */
  private List<JudgeItem> items(Condition condition) {
    List<JudgeItem> items = condition.read(data);
    return condition.equals(BASE_NANO) ? JudgeItem.lookedUp(BASE_FULL.read(data), items) : items;
  }

  Table metrics() {
    JsonNode metrics = data.json(JudgeStudy.METRICS);
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Condition> entry : new TreeMap<>(METRICS).entrySet()) {
      String name = entry.getKey();
      List<JudgeItem> items = JudgeItem.firstOfEachId(entry.getValue().read(data));
      int k = name.endsWith("k8") ? 8 : 1;
      JsonNode accuracy = metrics.get(name).get("accuracy");
      rows.add(row(name, "all", PublishedRule.of(items, k), accuracy, "overall"));
      for (String subset : accuracy.get("by_subset").propertyNames()) {
        List<JudgeItem> some = items.stream().filter(i -> i.subset().equals(subset)).toList();
        JsonNode published = accuracy.get("by_subset").get(subset);
        rows.add(row(name, subset, PublishedRule.of(some, k), published, "accuracy"));
      }
    }
    return new Table(
        "The authors' file of metrics, on the first row of each id: every digit",
        List.of("condition", "subset", "items", "right", "tied", "ours", "published", "equal"),
        rows);
  }

  private static List<Cell> row(
      String name, String subset, PublishedRule ours, JsonNode published, String accuracy) {
    boolean equal =
        ours.n() == published.get("n").asInt()
            && ours.right() == published.get("n_correct").asInt()
            && ours.tied() == published.get("n_tied").asInt()
            && ours.accuracy() == published.get(accuracy).asDouble();
    return List.of(
        Cell.text(name),
        Cell.text(subset),
        Cell.count(ours.n()),
        Cell.count(ours.right()),
        Cell.count(ours.tied()),
        Cell.printed(Double.toString(ours.accuracy())),
        Cell.printed(published.get(accuracy).asString()),
        yes(equal));
  }

  Table curves() {
    JsonNode metrics = data.json(JudgeStudy.METRICS);
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Condition> entry : new TreeMap<>(CURVES).entrySet()) {
      String name = entry.getKey();
      List<JudgeItem> items = JudgeItem.firstOfEachId(entry.getValue().read(data));
      for (int k = 1; k <= JudgeStudy.MOST; k++) {
        double ours = PublishedRule.of(items, k).accuracy();
        JsonNode published = metrics.get(name).get(Integer.toString(k));
        rows.add(
            List.of(
                Cell.text(name),
                Cell.count(k),
                Cell.printed(Double.toString(ours)),
                Cell.printed(published.asString()),
                yes(ours == published.asDouble())));
      }
    }
    return new Table(
        "The authors' curves over k: every digit",
        List.of("condition", "k", "ours", "published", "equal"),
        rows);
  }

  private static Cell yes(boolean equal) {
    return Cell.text(equal ? "yes" : "no");
  }
}
