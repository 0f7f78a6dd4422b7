// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.claims.ExactCritic;
import dev.assay.claims.Flaw;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import dev.assay.model.Thinking;
import dev.assay.prompts.reading.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** How often the critic without a model objects to solutions whose answer is right. */
public final class RightSolutionsStudy implements Study {

  private static final List<String> SETS = List.of("math-l5", "gsm");

  private final ExactCritic critic = new ExactCritic();

  @Override
  public String name() {
    return "zeroeval_claims";
  }

  @Override
  public String title() {
    return "ZeroEval: false calculations in right and in wrong solutions of many models";
  }

  @Override
  public List<String> files() {
    return SETS.stream().map(RightSolutionsStudy::file).toList();
  }

  private static String file(String set) {
    return "zeroeval/" + set + ".samples.jsonl.gz";
  }

  private static final String ABOUT =
      "Recorded solutions of the models of ZeroEval, cut into steps and read by the exact critic as "
          + "the services do it. A right answer does not make every line right: a false test of a "
          + "candidate, a slip that a later line puts right and a sum that happens to end well are "
          + "flags in right solutions. Each is listed with what it comes to, so that it can be checked "
          + "by hand.";

  /** A solution and the first thing that is wrong in it, if anything is. */
  record Criticised(String set, String place, boolean right, List<Flaw> flaws) {
    boolean flagged() {
      return !flaws.isEmpty();
    }
  }

  @Override
  public Findings run(DatasetFolder data) {
    List<List<Cell>> rows = new ArrayList<>();
    List<List<Cell>> flags = new ArrayList<>();
    for (String set : SETS) {
      List<Criticised> all = criticised(set, data.jsonLines(file(set)));
      rows.add(row(set, all));
      all.stream().filter(Criticised::right).forEach(each -> flags.addAll(flags(each)));
    }
    return Findings.of(
        new Paragraph(ABOUT),
        new Table(
            "Solutions flagged, in percent with Wilson's interval (95 %)",
            List.of(
                "set",
                "right",
                "right and flagged",
                "of right ones",
                "wrong",
                "wrong and flagged",
                "of wrong ones"),
            rows),
        new Table(
            "Every flagged right solution",
            List.of("set", "problem/model", "why it was flagged"),
            flags));
  }

  private List<Criticised> criticised(String set, List<JsonNode> rows) {
    List<Criticised> all = new ArrayList<>();
    for (JsonNode row : rows) {
      String question = row.path("question").asString();
      for (JsonNode sample : row.path("samples")) {
        String said = Thinking.of(sample.path("output").asString()).said();
        all.add(
            new Criticised(
                set,
                row.path("id").asString() + "/" + sample.path("model").asString(),
                sample.path("correct").asBoolean(),
                critic.flaws(question, Steps.of(said), 1)));
      }
    }
    return all;
  }

  private static List<Cell> row(String set, List<Criticised> all) {
    long right = count(all, Criticised::right);
    long rightFlagged = count(all, each -> each.right() && each.flagged());
    long wrongFlagged = count(all, each -> !each.right() && each.flagged());
    return List.of(
        Cell.text(set),
        Cell.count(right),
        Cell.count(rightFlagged),
        FlaggedShare.cell(rightFlagged, right),
        Cell.count(all.size() - right),
        Cell.count(wrongFlagged),
        FlaggedShare.cell(wrongFlagged, all.size() - right));
  }

  private static long count(List<Criticised> all, Predicate<Criticised> which) {
    return all.stream().filter(which).count();
  }

  private static List<List<Cell>> flags(Criticised solution) {
    return solution.flaws().stream()
        .limit(1)
        .map(
            flaw ->
                List.of(
                    Cell.text(solution.set()),
                    Cell.text(solution.place()),
                    Cell.text(flaw.why().replaceAll("\\s+", " "))))
        .toList();
  }
}
