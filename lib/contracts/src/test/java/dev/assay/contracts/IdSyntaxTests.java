// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSyntaxTests {

  private static final String ID = "0197f0a1-0000-7000-8000-000000000001";

  @Test
  void anIdIsReadAsItIsWritten() {
    VerificationId id = VerificationId.parse(ID + "/3/1/2");

    assertThat(id)
        .isEqualTo(new VerificationId(new SolutionId(new AttemptId(ProblemId.parse(ID), 3), 1), 2));
    assertThat(id).hasToString(ID + "/3/1/2");
    assertThat(id.problem()).hasToString(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "1/2", ID, ID + "/", ID + "/-1", ID + "/+1", ID + "/01", ID + "/1e3"})
  void whatIsNoAttemptIdIsRefused(String text) {
    assertThatThrownBy(() -> AttemptId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void twoSpellingsOfOneUuidAreNotTwoProblems() {
    assertThatThrownBy(() -> ProblemId.parse("197f0a1-0-7000-8000-1"))
        .hasMessageContaining("expected: a UUID");
  }
}
