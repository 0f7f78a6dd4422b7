// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import java.util.List;
import java.util.Objects;

/** What to do next about a problem. */
public sealed interface Plan {

  /**
   * No more calls; the problem settles with what has arrived.
   *
   * @param chance the estimated probability that the rest of the budget would change the decision
   */
  record Stop(Reason reason, double chance) implements Plan {
    public Stop {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Make these calls now, in parallel; ask again when any result comes.
   *
   * @param attempts how many more attempts to begin
   * @param verifications of solutions that are there
   */
  record Ask(int attempts, List<Verify> verifications) implements Plan {
    public Ask {
      verifications = List.copyOf(verifications);
    }

    public int calls() {
      return attempts + verifications.stream().mapToInt(Verify::times).sum();
    }
  }

  /** Nothing to do until a result comes: enough calls are under way. */
  record Await() implements Plan {}

  /**
   * @param solution its place in {@link WorkState#solutions()}
   * @param times how many more verdicts on it to ask for
   */
  record Verify(int solution, int times) {}

  /** Why no more calls are made. */
  enum Reason {
    /** Every planned call has returned. */
    SPENT,
    /** Whatever the remaining calls returned, the decision would be the same. */
    CERTAIN,
    /** The remaining calls would change the decision with a probability of at most epsilon. */
    UNLIKELY
  }
}
