// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Comparison;
import dev.assay.contracts.Usage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comparison that an arbiter was asked for, as equality cannot be computed.
 *
 * @param returned whether it has come back
 * @param judgement what it said; null while it is under way, and where it said nothing readable
 * @param usage of its calls
 */
public record ArbiterComparison(
    AnswerPair pair, boolean returned, @Nullable Comparison judgement, Usage usage) {

  public ArbiterComparison {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(usage, "usage");
    if (judgement != null && !returned) {
      throw new IllegalArgumentException("judgement: of " + pair + ", which is under way");
    }
  }

  /** One that is under way. */
  public static ArbiterComparison asked(AnswerPair pair) {
    return new ArbiterComparison(pair, false, null, Usage.NONE);
  }

  /** The same, as if the arbiter had said so; null for nothing readable. */
  ArbiterComparison saying(@Nullable Comparison said) {
    return new ArbiterComparison(pair, true, said, usage);
  }
}
