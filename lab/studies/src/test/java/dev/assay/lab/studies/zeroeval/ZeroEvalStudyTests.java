// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import dev.assay.prompts.reading.FinalAnswers;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeroEvalStudyTests {

  private static final MathEquality EQUALITY = new MathEquality();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          6√2        | true  | {"answer": "6√2"}           | FIRST_NUMBER
          6 or so    | true  | {"answer": "6 or so"}       | UNDECIDED
          6          | true  | {"answer": "6"} {"answer": 7} | OTHER_ANSWER_LOST
          6          | true  | Then there are 6.                    | OTHER_ANSWER_LOST
          -          | false | \\boxed{6}                  | NOT_FOUND
          7          | false | {"answer": 7} {"answer": 6} | OTHER_ANSWER_WON
          2 * 3 = 6  | false | {"answer": "2 * 3 = 6"}     | EQUIVALENT
          6          | true  | {"answer": "6"}             | -
          7          | false | {"answer": "7"}             | -
          -          | false | Then there are 6.                    | -
          """)
  void everyDifferenceHasItsReason(
      String recorded, boolean flag, String output, ZeroEvalDifference expected) {
    assertThat(ZeroEvalDifference.of(sample("m", recorded, flag, output)).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          6√2     | 6         | true
          $1,024  | 1024      | true
          x = -4  | -4        | true
          35/7    | 5         | true
          5/2     | 5         | false
          1/0     | 1         | false
          6 or 7  | 7         | false
          none    | 7         | false
          -       | 7         | false
          """)
  void thePublishedRuleLooksAtTheFirstNumber(String recorded, String gold, boolean expected) {
    assertThat(ZeroEvalRule.counts(recorded, gold)).isEqualTo(expected);
  }

  @Test
  void aTieOfTextsGoesToTheFirstOrIsSharedOrLost() {
    ZeroEvalVote vote =
        ZeroEvalVote.byText(
            problem(
                sample("a", "7", false, "7"),
                sample("b", "6", true, "6"),
                sample("c", null, false, ""),
                sample("d", "6", true, "6"),
                sample("e", "7", false, "7")));

    assertThat(vote.firstOfLargest()).isZero();
    assertThat(vote.shared()).isEqualTo(0.5);
    assertThat(vote.strict()).isZero();
    assertThat(vote.any()).isEqualTo(1);
  }

  @Test
  void answersOfOneValueVoteTogetherAndGuessesDoNotVote() {
    ZeroEvalProblem problem =
        problem(
            sample("a", "7", false, "\\boxed{7}"),
            sample("b", "6", true, "\\boxed{6}"),
            sample("c", "6.0", true, "\\boxed{6.0}"),
            sample("d", "7", false, "Then there are 7."));

    assertThat(ZeroEvalVote.byValue(problem, EQUALITY).strict()).isEqualTo(1);
  }

  @Test
  void nobodyIsRightWhereNobodyAnswers() {
    ZeroEvalVote vote = ZeroEvalVote.byText(problem(sample("a", null, false, "")));

    assertThat(vote.firstOfLargest()).isZero();
    assertThat(vote.shared()).isZero();
    assertThat(vote.any()).isZero();
  }

  @Test
  void theStudyRunsOverAFolder() throws IOException {
    Files.createDirectories(folder.resolve("zeroeval"));
    for (String set : List.of("math-l5", "gsm")) {
      Files.writeString(
          folder.resolve(ZeroEvalRecord.summary(set)), "| m | greedy | 50.0 | 0 | 2 | 1 |\n");
      write(
          folder.resolve(ZeroEvalRecord.samples(set)),
          """
          {"id": "1", "gold": "6", "samples": [{"model": "m", "answer": "6", "correct": true, \
          "output": "\\\\boxed{6}"}]}
          {"id": "2", "gold": "6", "samples": [{"model": "m", "answer": null, "correct": false, \
          "output": ""}]}
          """);
    }

    Findings findings = new ZeroEvalStudy().run(new DatasetFolder(folder));

    Table models = (Table) findings.parts().get(1);
    assertThat(models.rows()).hasSize(1);
    assertThat(models.rows().getFirst().stream().limit(5).map(Cell::shown))
        .containsExactly("m", "2", "50.0", "50.00", "50.00");
  }

  private static void write(Path file, String text) throws IOException {
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      writer.write(text);
    }
  }

  private static ZeroEvalProblem problem(Sample... samples) {
    return new ZeroEvalProblem("1", "6", List.of(samples));
  }

  private static Sample sample(String model, String recorded, boolean flag, String output) {
    return Sample.of(model, recorded, flag, FinalAnswers.of(output).orElse(null), "6", EQUALITY);
  }
}
