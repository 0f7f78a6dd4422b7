// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.Study;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studies of the exact checker, on rows made up for them. */
class ClaimStudiesTests {

  @TempDir private Path folder;

  @Test
  void falseClaimsAreCountedForRightAndForWrongSolutions() throws IOException {
    String wrong = "{\"solution\":\"2 + 2 = 5 eggs\\nA: 5\",\"is_correct\":false}";
    String right = "{\"solution\":\"2 + 2 = 4 eggs\\nA: 4\",\"is_correct\":true}";
    write(
        "gsm8k_openai/example_model_solutions.jsonl.gz",
        row(wrong, right, right, wrong) + "\n" + row(right, right, right, wrong) + "\n");

    Table shares = table(new SolutionClaimsStudy(), "Solutions with a false claim");

    assertThat(shown(shares, "175b_finetuning")).containsSubsequence("2", "50.0");
    assertThat(shown(shares, "all"))
        .containsExactly("all", "8", "8", "62.5", "", "0", "0.00", "3", "100.00", "100.0");
  }

  private static String row(String one, String two, String three, String four) {
    return "{\"question\":\"?\",\"175b_finetuning\":%s,\"175b_verification\":%s,\"6b_finetuning\":%s,\"6b_verification\":%s}"
        .formatted(one, two, three, four);
  }

  @Test
  void firstWrongStepsAreScoredByTheProtocol() throws IOException {
    String rows =
        """
        [{"id":"a","problem":"?","steps":["1 + 1 = 2","2 + 2 = 5"],"label":1},
         {"id":"b","problem":"?","steps":["1 + 1 = 3"],"label":-1},
         {"id":"c","problem":"?","steps":["1 + 1 = 2"],"label":-1},
         {"id":"d","problem":"?","steps":["A wrong plan."],"label":0}]
        """;
    for (String subset : List.of("gsm8k", "math", "olympiadbench", "omnimath")) {
      write("processbench/" + subset + ".json.gz", rows);
    }

    Findings findings = new ProcessBenchStudy().run(new DatasetFolder(folder));

    assertThat(shown(find(findings, "Exact checks alone"), "gsm8k"))
        .containsExactly("gsm8k", "all", "2", "2", "50.0", "50.0", "50.0", "2", "50.0", "50.0");
    assertThat(find(findings, "Flags that the labels do not share").rows())
        .hasSize(4)
        .first()
        .satisfies(cells -> assertThat(cells.getFirst().shown()).isEqualTo("b"));
  }

  @Test
  void rightAndWrongSolutionsOfManyModelsAreCounted() throws IOException {
    String samples =
        """
        {"id":7,"question":"?","samples":[\
        {"model":"a","correct":true,"output":"2 + 2 = 5."},\
        {"model":"b","correct":true,"output":"2 + 2 = 4."},\
        {"model":"c","correct":false,"output":"2 + 2 = 5.\\n\\n2 + 3 = 6."}]}
        """;
    for (String set : List.of("math-l5", "gsm")) {
      write("zeroeval/" + set + ".samples.jsonl.gz", samples);
    }

    Findings findings = new RightSolutionsStudy().run(new DatasetFolder(folder));

    assertThat(shown(find(findings, "Solutions flagged"), "gsm"))
        .containsExactly(
            "gsm", "2", "1", "50.00 [9.45, 90.55]", "1", "1", "100.00 [20.65, 100.00]");
    assertThat(find(findings, "Every flagged right solution").rows())
        .hasSize(2)
        .allSatisfy(cells -> assertThat(cells.get(1).shown()).isEqualTo("7/a"));
  }

  @Test
  void firstErrorsFoundAreCountedBesideCleanSolutionsFlagged() {
    Table table =
        FoundErrors.table(Map.of("math", StepScore.NONE.plus(1, 1).plus(0, -1).plus(-1, 2)));

    assertThat(shown(table, "math"))
        .containsExactly(
            "math", "2", "1", "50.00 [9.45, 90.55]", "1", "1", "100.00 [20.65, 100.00]");
  }

  @Test
  void mislabelledTracesAreListedAndCounted() throws IOException {
    String steps = "\"steps\":[\"(1 + 2) = 3\",\"So the answer is 4.\"]";
    write(
        "big_bench_mistake/multistep_arithmetic.jsonl",
        """
        {"input":"(1 + 2) =","target":"3","answer":"4","mistake_index":null,%s}
        {"input":"(1 + 2) =","target":"3","answer":"4","mistake_index":1,%s}
        """
            .formatted(steps, steps));

    Findings findings = new ArithmeticMistakesStudy().run(new DatasetFolder(folder));

    assertThat(shown(find(findings, "Exact checks alone"), "all rows"))
        .containsExactly("all rows", "2", "50.0", "50.0", "100.0", "0.0", "100.0");
    assertThat(find(findings, "Labelled clean").rows()).hasSize(1);
  }

  @Test
  void labelledClaimsAreComparedWithTheJudgement() throws IOException {
    write(
        "factool_math/math.jsonl",
        """
        {"claims":[{"label":true,"claim":{"math_calculation":"2 * 3","calculated_answer":"6"}},
        {"label":false,"claim":{"math_calculation":"2 * 3","calculated_answer":"7"}},
        {"label":"null","claim":{"math_calculation":"2x","calculated_answer":"total"}},
        {"label":true,"claim":{"math_calculation":"x + 1","calculated_answer":"y"}}]}
        """
                .replace("\n", "")
            + "\n");

    Table scores = table(new ClaimLabelsStudy(), "Judgement of labelled claims");

    assertThat(scores.rows().getFirst().stream().map(Cell::shown))
        .containsExactly("3", "2", "100.0", "100.0", "100.0");
  }

  private Table table(Study study, String title) {
    return find(study.run(new DatasetFolder(folder)), title);
  }

  private static Table find(Findings findings, String title) {
    return findings.parts().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.title().startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shown(Table table, String first) {
    return table.rows().stream()
        .filter(row -> row.getFirst().shown().equals(first))
        .findFirst()
        .orElseThrow()
        .stream()
        .map(Cell::shown)
        .toList();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    OutputStream plain = Files.newOutputStream(path);
    try (OutputStream out = file.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
