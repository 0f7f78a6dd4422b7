// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.studies.Study;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether our reader and our equality judge as the published evaluation did, and what a vote over
 * many models is worth: ZeroEval's recorded outputs on MATH (level 5) and GSM8K.
 */
public final class ZeroEvalStudy implements Study {

  private static final String MATH = "math-l5";
  private static final String GSM = "gsm";

  private final AnswerEquality equality = new MathEquality();

  @Override
  public String name() {
    return "zeroeval";
  }

  @Override
  public String title() {
    return "Reading and comparing the answers of many models, and voting over them";
  }

  @Override
  public List<String> files() {
    return List.of(
        ZeroEvalRecord.samples(MATH),
        ZeroEvalRecord.summary(MATH),
        ZeroEvalRecord.samples(GSM),
        ZeroEvalRecord.summary(GSM));
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(
        new Paragraph(
            """
            The published accuracy of every model is the share of its recorded flags, to the last \
            digit; our column reads the raw output again and compares by value. The flags follow a \
            rule that can be read off the rows: the first number of the answer decides (a fraction \
            as its quotient); a table shows the few flags that it does not explain. So 6√2 counts \
            for 6 and "-4, 1" for -4, while a sum that is written out does not count, and the \
            published reader took the first of several JSON answers and no negative number out \
            of a box. Ours takes the last answer that a text states. It counts only if it is equal in value, and what \
            cannot be decided is not counted; an answer that is only the last number of the text \
            is shown in a column of its own."""));
    parts.addAll(part(data, MATH, "MATH, level 5"));
    parts.addAll(part(data, GSM, "GSM8K"));
    return new Findings(parts);
  }

  private List<ReportPart> part(DatasetFolder data, String set, String name) {
    ZeroEvalRecord recorded = new ZeroEvalRecord(data, set);
    List<ZeroEvalProblem> problems = recorded.problems(equality);
    List<ReportPart> parts = new ArrayList<>();
    parts.add(ZeroEvalTables.models(name, recorded, problems));
    parts.add(ZeroEvalTables.methods(name, problems));
    parts.add(ZeroEvalTables.unexplained(name, problems));
    parts.add(ZeroEvalTables.differences(name, problems));
    parts.add(ZeroEvalTables.examples(name, problems));
    parts.addAll(new ZeroEvalPlurality(name, set.equals(MATH), problems, equality).parts());
    return parts;
  }

  /** Set, problem, model, how the answer was found, the answer, and how it compares. */
  @Override
  public List<List<String>> readings(DatasetFolder data) {
    List<List<String>> lines = new ArrayList<>();
    for (String set : List.of(MATH, GSM)) {
      for (ZeroEvalProblem problem : new ZeroEvalRecord(data, set).problems(equality)) {
        for (Sample sample : problem.samples()) {
          lines.add(
              List.of(
                  set,
                  problem.id(),
                  sample.model(),
                  problem.gold(),
                  sample.found() == null ? "" : sample.found().method().name(),
                  sample.text(),
                  sample.judgement().name()));
        }
      }
    }
    return lines;
  }
}
