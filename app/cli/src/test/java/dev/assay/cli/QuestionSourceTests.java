// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.loop.BenchProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.MutuallyExclusiveArgsException;

class QuestionSourceTests {

  @TempDir Path folder;

  @Command(name = "asking")
  static final class Asking {

    @Mixin private QuestionSource source = new QuestionSource();
  }

  private static QuestionSource parsed(String... arguments) {
    Asking asking = new Asking();
    Assay.line(asking).parseArgs(arguments);
    return asking.source;
  }

  @Test
  void generatedQuestionsDependOnTheSeed() {
    QuestionSource source = parsed("--generated", "3", "--seed", "7");

    assertThat(source.problems())
        .hasSize(3)
        .isEqualTo(parsed("--generated", "3", "--seed", "7").problems());
    assertThat(source.problems())
        .isNotEqualTo(parsed("--generated", "3", "--seed", "8").problems());
    assertThat(source).hasToString("generated multi-step arithmetic, seed 7");
  }

  @Test
  void ofYourOwnTheFirstCanBeTaken() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.jsonl"),
            """
            {"question": "1 + 1 =", "answer": "2"}
            {"question": "1 + 2 =", "answer": "3"}
            """);

    QuestionSource source = parsed("--labelled", file.toString(), "--problems", "1");

    assertThat(source.problems()).containsExactly(new BenchProblem(0, "1 + 1 =", "2"));
    assertThat(source).hasToString("mine.jsonl");
  }

  @Test
  void thereIsOneSource() {
    assertThatThrownBy(QuestionSourceTests::parsed).isInstanceOf(MissingParameterException.class);
    assertThatThrownBy(() -> parsed("--generated", "3", "--dataset", "here"))
        .isInstanceOf(MutuallyExclusiveArgsException.class);
  }

  @Test
  void noneIsTooFew() {
    assertThatThrownBy(() -> parsed("--generated", "0").problems())
        .isInstanceOf(UsageException.class)
        .hasMessage("--generated: 0 (expected: >= 1)");
    assertThatThrownBy(() -> parsed("--generated", "3", "--problems", "0").problems())
        .isInstanceOf(UsageException.class)
        .hasMessage("--problems: 0 (expected: >= 1)");
  }
}
