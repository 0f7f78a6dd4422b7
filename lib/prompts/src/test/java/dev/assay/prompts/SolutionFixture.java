// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import java.util.List;

/** Solutions for tests of styles, which look at nothing but the steps. */
public final class SolutionFixture {

  private SolutionFixture() {}

  public static Solution solution(String... steps) {
    return new Solution(
        SolutionId.parse("0198c5a2-7b1e-7c3d-8f4a-5b6c7d8e9f00/0/0"),
        String.join("\n\n", steps),
        List.of(steps),
        null,
        0);
  }
}
