// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.QuestionKind;
import dev.assay.lab.loop.BenchProblem;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommonKindTests {

  private static final QuestionKind SUMS = new QuestionKind("sums");

  /** Its questions begin with their kind, where they have one. */
  private static Optional<QuestionKind> grammar(String question) {
    return question.contains(":")
        ? Optional.of(new QuestionKind(question.split(":")[0]))
        : Optional.empty();
  }

  private static QuestionKind common(@Nullable QuestionKind said, String... questions) {
    return CommonKind.of(
        Stream.of(questions).map(each -> new BenchProblem(0, each, "1")).toList(),
        CommonKindTests::grammar,
        said);
  }

  @Test
  void theGrammarKnowsOrElseTheUserSays() {
    assertThat(common(null, "sums: a", "sums: b")).isEqualTo(SUMS);
    assertThat(common(SUMS, "sums: a", "b")).isEqualTo(SUMS);
    assertThat(common(SUMS, "a", "b")).isEqualTo(SUMS);
  }

  @Test
  void aMixtureIsRefusedWithItsKinds() {
    assertThatThrownBy(() -> common(null, "swaps: a", "sums: b"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the questions are of the kinds sums, swaps (expected: one kind");
    assertThatThrownBy(() -> common(null, "swaps: a", "b"))
        .hasMessageStartingWith("the questions are of the kinds none, swaps (");
    assertThatThrownBy(() -> common(SUMS, "swaps: a", "b"))
        .hasMessageStartingWith("the questions are of the kinds sums, swaps (");
  }

  @Test
  void aKindThatNobodySaysIsAskedFor() {
    assertThatThrownBy(() -> common(null, "a", "b"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--kind: missing (expected: ");
  }

  @Test
  void theGrammarIsNotContradicted() {
    assertThatThrownBy(() -> common(SUMS, "swaps: a"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--kind: sums (expected: swaps, which the questions are by their form)");
  }
}
