// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.testing.ProblemFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 64})
  void thereAreAsManyAttemptsAsThePolicyAsksFor(int attempts) {
    List<Requested> plan = Planner.plan(ProblemFixture.problem(attempts, 1));

    assertThat(plan).hasSize(attempts).doesNotHaveDuplicates();
    assertThat(plan)
        .extracting(each -> each.attempt().number())
        .isSorted()
        .startsWith(0)
        .endsWith(attempts - 1);
  }

  @Test
  void everyAttemptBringsTheWholeProblem() {
    assertThat(Planner.plan(ProblemFixture.problem()))
        .allSatisfy(
            each -> {
              assertThat(each.problem()).isEqualTo(ProblemFixture.problem());
              assertThat(each.attempt().problem()).isEqualTo(ProblemFixture.ID);
            });
  }

  @Test
  void aPlanMadeAgainIsTheSamePlan() {
    assertThat(Planner.plan(ProblemFixture.problem()))
        .isEqualTo(Planner.plan(ProblemFixture.problem()));
  }
}
