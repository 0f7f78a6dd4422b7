// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Problem;
import java.util.Optional;

/**
 * What the verifier's record can promise: an error rate that it cannot is refused before anything
 * is bought.
 */
@FunctionalInterface
public interface ErrorRatePromises {

  /**
   * Why no answer could be verified under the problem's policy; empty if some could, or nobody
   * knows.
   */
  Optional<String> broken(Problem problem);
}
