// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.StudyOutcome;
import dev.assay.lab.report.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the studies came to, a line or two each, read from their own tables. A study that was not
 * measured has no line.
 */
public final class RecordedSummary {

  private static final String NONE = "–";
  private static final String AS_PRINTED = "as printed";

  private final List<StudyOutcome> outcomes;
  private final List<List<Cell>> rows = new ArrayList<>();

  private RecordedSummary(List<StudyOutcome> outcomes) {
    this.outcomes = outcomes;
  }

  public static Table of(List<StudyOutcome> outcomes) {
    RecordedSummary summary = new RecordedSummary(outcomes);
    summary.zeroEval();
    summary.published();
    summary.exactChecks();
    summary.rightSolutions();
    summary.stopping();
    return new Table(
        "Recorded outputs, in percent where nothing else is said",
        List.of("recorded set", "what", "published", "ours"),
        summary.rows);
  }

  private void zeroEval() {
    line(
        "ZeroEval",
        "accuracy of every model, by the recorded flags",
        tables("zeroeval", "accuracy of every model"),
        _ -> AS_PRINTED,
        found ->
            equalOf(
                found,
                row ->
                    new BigDecimal(row.shown("recorded flags"))
                            .compareTo(new BigDecimal(row.shown("published")))
                        == 0));
    line(
        "ZeroEval MATH-L5",
        "plurality of the models",
        tables("zeroeval", "MATH, level 5: one answer").named("plurality of texts, first of a tie"),
        found -> found.first().shown("published"),
        found -> found.first().shown("accuracy"));
  }

  private void published() {
    line(
        "RewardBench 2 judges",
        "published figures",
        tables("judge_k8_rewardbench2", "").with("equal"),
        _ -> AS_PRINTED,
        found -> equalOf(found, row -> row.shown("equal").equals("yes")));
    line(
        "verify_cot",
        "majority of ten chains",
        tables("verify_cot", "Questions about dates").named("majority of ten, by text"),
        found -> found.first().shown("published"),
        found -> found.first().shown("ours"));
    line(
        "game of 24",
        "any of 100, two prompts; tree search",
        tables("tot_game24", "Puzzles solved").with("way of choosing").where("any right"),
        found -> found.joined("published"),
        found -> found.joined("ours"));
  }

  private void exactChecks() {
    line(
        "BIG-Bench Mistake, arithmetic",
        "first wrong step found by exact arithmetic; published: GPT-4",
        tables("big_bench_mistake", "Accuracy of finding"),
        found -> found.named("GPT-4").first().shown("one call per trace"),
        found -> found.first().shown("one call per trace"));
    line(
        "GSM8K solutions of GPT-3",
        "right ones flagged, each false as it is written",
        tables("gsm8k_openai", "Solutions with a false claim").named("all"),
        _ -> NONE,
        found -> flagged(found.first()));
    line(
        "ProcessBench GSM8K",
        "F1 of exact checks alone; published: with models, least and most",
        tables("processbench", "F1 (accuracy"),
        found -> found.skipFirst().range("GSM8K"),
        found -> found.first().number("GSM8K"));
  }

  private void rightSolutions() {
    line(
        "ZeroEval MATH-L5, GSM8K",
        "right solutions flagged by exact arithmetic [95 %]",
        tables("zeroeval_claims", "Solutions flagged"),
        _ -> NONE,
        found -> found.joined("of right ones"));
    line(
        "ProcessBench, four sets",
        "first errors found by exact arithmetic; clean ones flagged",
        tables("processbench", "First errors found"),
        _ -> NONE,
        found -> found.joined("found") + "; " + found.joined("flagged"));
  }

  private static String flagged(StudyRow row) {
    long right = Math.round(row.value("right") * row.value("number"));
    return "%s of %d".formatted(row.shown("right and flagged"), right);
  }

  private void stopping() {
    String calls = "adaptive calls, % of grid [95 %]";
    line(
        "judges, MATH-L5, GSM8K",
        "calls of adaptive stopping, of the whole grid's",
        tables("judge_k8_rewardbench2", "Adaptive stopping")
            .and(tables("zeroeval_pool", "Adaptive majority")),
        _ -> NONE,
        found -> found.range(calls));
  }

  private static String equalOf(StudyRows found, Predicate<StudyRow> equal) {
    long same = found.rows().stream().filter(equal).count();
    return "the same, %d of %d".formatted(same, found.rows().size());
  }

  private void line(
      String set,
      String what,
      StudyRows found,
      Function<StudyRows, String> published,
      Function<StudyRows, String> ours) {
    if (!found.rows().isEmpty()) {
      rows.add(
          Stream.of(set, what, published.apply(found), ours.apply(found)).map(Cell::text).toList());
    }
  }

  /** The rows of the study's tables whose title contains this. */
  private StudyRows tables(String study, String title) {
    return new StudyRows(
        outcomes.stream()
            .filter(each -> each.name().equals(study))
            .flatMap(
                each ->
                    each instanceof StudyOutcome.Measured measured
                        ? measured.findings().parts().stream()
                        : Stream.of())
            .flatMap(part -> part instanceof Table table ? Stream.of(table) : Stream.of())
            .filter(table -> table.title().contains(title))
            .flatMap(table -> table.rows().stream().map(row -> new StudyRow(table.columns(), row)))
            .toList());
  }
}
