// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.scoring.Exclusion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpeedTests {

  private static final int ROUNDS = 30;
  private static final long BOUND_MILLIS = 5;

  /** The bound for N = M = 64; every group of its own is the worst case. */
  @Test
  void choosingAmong64SolutionsOf64VerdictsIsQuick() {
    EvidenceFixture fixture = EvidenceFixture.evidence();
    IntStream.range(0, 64).forEach(i -> fixture.group("" + i, 1, i, 64));
    Evidence evidence = fixture.build();
    List<AnswerGroupSums> groups =
        evidence.answered().stream().map(each -> AnswerGroupSums.of(List.of(each))).toList();
    Policy policy = EvidenceFixture.policy(64, 64, SelectionRule.PESSIMISTIC);

    long fastest =
        IntStream.range(0, ROUNDS)
            .mapToLong(_ -> nanos(policy, evidence, groups))
            .min()
            .orElseThrow();

    assertThat(fastest / 1_000_000.0).isLessThan(BOUND_MILLIS);
  }

  private static long nanos(Policy policy, Evidence evidence, List<AnswerGroupSums> groups) {
    Asked asked = new Asked(policy.attempts(), Map.of());
    long start = System.nanoTime();
    new Settlement(policy, evidence, asked, Assurance.NONE, false, EvidenceFixture.START)
        .among(groups, Exclusion.ALL);
    return System.nanoTime() - start;
  }
}
