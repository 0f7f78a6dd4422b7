// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import dev.assay.contracts.ProblemId;
import dev.assay.verifier.core.Adjudicator;
import java.time.Duration;
import java.util.function.Consumer;
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

  /** Settles what is overdue now, plans what is unplanned, and says when to look again. */
  public Duration sweep() {
    adjudicator.due().forEach(id -> alone(id, adjudicator::settleIfDue));
    adjudicator.unplanned().forEach(id -> alone(id, adjudicator::plan));
    adjudicator.forgetStrays(forgetStraysAfter);
    return every;
  }

  /** One problem that cannot be worked must not keep the others waiting. */
  private static void alone(ProblemId id, Consumer<ProblemId> work) {
    try {
      work.accept(id);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("could not work {} in its time, trying again", id, e);
    }
  }
}
