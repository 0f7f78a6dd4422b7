// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.BestOf;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Votes over chains, right answers by wrong reasoning, and verdicts in real verifiers' words: the
 * recordings of Ling et al. 2023, Deductive Verification of Chain-of-Thought Reasoning.
 */
public final class VerifyCotStudy implements Study {

  private static final int CHAINS = 10;

  /** Dates are the same where their text is. */
  private static final AnswerEquality TEXT =
      (one, other) -> one.equals(other) ? Judgement.EQUAL : Judgement.DIFFERENT;

  @Override
  public String name() {
    return "verify_cot";
  }

  @Override
  public String title() {
    return "Majority of ten chains, valid chains, and what verifiers' texts are worth";
  }

  @Override
  public List<String> files() {
    List<String> files = new ArrayList<>();
    files.add(VerifyCotProblem.FILE);
    VerifyCotChain.RUNS.forEach(run -> files.add(VerifyCotChain.file(run)));
    VerifyCotChain.TASKS.forEach(task -> files.add(VerifyCotChain.annotation(task)));
    return files;
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<ReportPart> parts = new ArrayList<>();
    parts.addAll(votes(VerifyCotProblem.read(data)));
    parts.addAll(VerifyCotTables.validity(data));
    parts.addAll(VerifyCotTables.verdicts(VerifyCotChain.read(data)));
    return new Findings(parts);
  }

  private static List<ReportPart> votes(List<VerifyCotProblem> problems) {
    return List.of(
        new Paragraph(
            """
            The published majority leaves out chains that came to no answer and shares a tie among \
            its answers. Dates are compared as texts; the row by value asks the equality of \
            answers, which reads days as days."""),
        new Table(
            "Questions about dates answered right, in percent of " + problems.size(),
            List.of("way of choosing", "ours", "published"),
            List.of(
                row("mean of ten chains", problems, VerifyCotProblem::mean, "62.4"),
                row("majority of ten, by text", problems, p -> p.majority(TEXT), "72.49"),
                row("majority of ten, by value", problems, p -> p.majority(new MathEquality()), ""),
                row("any of ten right", problems, p -> p.right() > 0 ? 1 : 0, "82.9"))),
        new Chart(
            "Questions answered right by so many chains, exact mean over all choices of them",
            "chains per question",
            "share of questions",
            false,
            List.of(
                series("majority", n -> mean(problems, p -> p.majority(n, TEXT))),
                series(
                    "any right",
                    n -> mean(problems, p -> BestOf.anyRight(p.chains().size(), p.right(), n))))));
  }

  private static List<Cell> row(
      String rule,
      List<VerifyCotProblem> problems,
      ToDoubleFunction<VerifyCotProblem> score,
      String published) {
    return List.of(
        Cell.text(rule), Cell.percent(mean(problems, score), 2), Cell.printed(published));
  }

  private static double mean(
      List<VerifyCotProblem> problems, ToDoubleFunction<VerifyCotProblem> score) {
    return problems.stream().mapToDouble(score).average().orElse(0);
  }

  private static Series series(String name, IntToDoubleFunction share) {
    return new Series(
        name,
        Kind.LINE,
        IntStream.rangeClosed(1, CHAINS)
            .mapToObj(n -> Point.of(n, share.applyAsDouble(n)))
            .toList());
  }
}
