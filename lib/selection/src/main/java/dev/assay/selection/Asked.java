// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.SolutionId;
import java.util.Map;

/**
 * What has been asked for on a problem so far, whether it has come back or not.
 *
 * @param attempts numbered from 0
 * @param verdicts on each final solution; one that is not in it has none
 */
public record Asked(int attempts, Map<SolutionId, Integer> verdicts) {

  public Asked {
    verdicts = Map.copyOf(verdicts);
  }

  int on(SolutionId solution) {
    return verdicts.getOrDefault(solution, 0);
  }
}
