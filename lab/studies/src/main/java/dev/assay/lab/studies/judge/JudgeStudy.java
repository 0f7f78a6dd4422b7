// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.studies.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Selection by noisy judges: four candidates to about 1,750 questions, each scored eight times by
 * several judges (Lail and Markham, arXiv 2604.13717).
 */
public final class JudgeStudy implements Study {

  static final String FOLDER = "judge_k8_rewardbench2/";
  static final String METRICS = FOLDER + "published_metrics.json";

  /** Recorded scores of a candidate. */
  static final int MOST = 8;

  @Override
  public String name() {
    return "judge_k8_rewardbench2";
  }

  @Override
  public String title() {
    return "Repeated scores of language model judges";
  }

  @Override
  public List<String> files() {
    return Stream.concat(
            Stream.of(METRICS),
            Stream.of(
                    Condition.BASE_FULL,
                    Condition.BASE_NANO,
                    Condition.CRITERIA_FULL,
                    Condition.CAL_LOW,
                    Condition.COMBINED,
                    Condition.SONNET,
                    Condition.CRITERIA_SONNET)
                .map(Condition::path))
        .toList();
  }

  @Override
  public Findings run(DatasetFolder data) {
    PublishedFigures published = new PublishedFigures(data);
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new Paragraph(ABOUT));
    parts.add(published.readme());
    parts.add(published.metrics());
    parts.add(published.curves());
    parts.addAll(new JudgeRules(data).parts());
    return new Findings(parts);
  }

  private static final String ABOUT =
      "The published rule takes the strictly highest mean of k scores; a tie is wrong, a failed"
          + " call has no score, and an item where a candidate has none is left out. Two things in"
          + " the authors' figures are no part of the rule. Ids are unique within a subset only:"
          + " the last 40 rows of the Claude files have ids that earlier rows of another subset"
          + " have too. The file of metrics covers the first row of each id (1,723 of 1,763), and"
          + " the nano judge's rows were looked up in those of the base prompt by id alone, the"
          + " last one winning; computed so, every figure below comes out. Their count of ties"
          + " includes ties that the right candidate has no part in.";
}
