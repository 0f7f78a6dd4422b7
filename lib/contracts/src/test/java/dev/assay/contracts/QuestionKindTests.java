// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionKindTests {

  private static final QuestionKind SUMS = new QuestionKind("sums");
  private static final QuestionKind SWAPS = new QuestionKind("swaps");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Sums", "a b", "a/b", "a\n", "é", "{}"})
  void whatIsNoNameIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuestionKind(text))
        .withMessageStartingWith("kind: \"" + text + "\" (expected: 1 to 64 of a-z");
  }

  @Test
  void aNameIsBounded() {
    assertThat(new QuestionKind("x".repeat(64))).hasToString("x".repeat(64));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuestionKind("x".repeat(100_000)))
        .withMessageContaining("characters more)");
  }

  @Test
  void theCallersWordCountsWhereNoGrammarKnows() {
    assertThat(QuestionKind.of(SUMS, Optional.empty())).isEqualTo(SUMS);
    assertThat(QuestionKind.of(null, Optional.empty())).isNull();
  }

  @Test
  void aGrammarThatKnowsIsNotContradicted() {
    assertThat(QuestionKind.of(null, Optional.of(SUMS))).isEqualTo(SUMS);
    assertThat(QuestionKind.of(SUMS, Optional.of(SUMS))).isEqualTo(SUMS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuestionKind.of(SWAPS, Optional.of(SUMS)))
        .withMessage("kind: swaps (expected: sums, which the question is by its form, or none)");
  }

  @Test
  void aProblemKeepsItsKindAndOneOfABuildWithoutKindsHasNone() {
    Problem problem =
        new Problem(new ProblemId(new UUID(1, 2)), "1+1", Policy.DEFAULT, Instant.EPOCH, SUMS);
    String json = Json.mapper().writeValueAsString(problem);

    assertThat(json).endsWith(",\"kind\":\"sums\"}");
    assertThat(Json.mapper().readValue(json, Problem.class)).isEqualTo(problem);
    assertThat(problem.withVerificationsUpTo(1).kind()).isEqualTo(SUMS);
    String before = json.replace(",\"kind\":\"sums\"", "");
    Problem read = Json.mapper().readValue(before, Problem.class);
    assertThat(read.kind()).isNull();
    assertThat(Json.mapper().writeValueAsString(read)).isEqualTo(before);
  }
}
