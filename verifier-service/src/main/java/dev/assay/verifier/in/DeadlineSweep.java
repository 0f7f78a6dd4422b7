// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.ProblemId;
import dev.assay.verifier.core.Adjudicator;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the passing of time to the adjudicator, so that a problem is settled even if nobody ever
 * works on it. Any number of replicas may sweep.
 */
public final class DeadlineSweep {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);

  private final Adjudicator adjudicator;
  private final Duration every;
  private final Duration forgetStraysAfter;

  public DeadlineSweep(Adjudicator adjudicator, Duration every, Duration forgetStraysAfter) {
    this.adjudicator = adjudicator;
    this.every = every;
    this.forgetStraysAfter = forgetStraysAfter;
  }

  /** Settles what is overdue now, and says when to look again. */
  public Duration sweep() {
    adjudicator.due().forEach(this::settle);
    adjudicator.forgetStrays(forgetStraysAfter);
    return every;
  }

  /** One problem that cannot be settled must not keep the others waiting. */
  private void settle(ProblemId id) {
    try {
      adjudicator.settleIfDue(id);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("could not settle {} at its deadline, trying again", id, e);
    }
  }
}
