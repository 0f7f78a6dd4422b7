// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What an arbiter says of two final answers to one question. What it does not say is neither: there
 * is no constant for it, so that nothing unread can be taken for a decision.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Comparison {
  /** They give the same answer, in whatever words. */
  EQUAL,
  /** They give different answers: at most one of them is right. */
  DIFFERENT
}
