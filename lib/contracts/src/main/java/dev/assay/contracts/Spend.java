// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.Objects;

/**
 * What one event of an attempt cost, and what the attempt has cost so far. The sum travels along,
 * so that the true usage of an answer is known where it is settled, without asking anybody.
 *
 * @param step the model calls made for this event
 * @param attempt those and all earlier ones of the attempt
 */
public record Spend(Usage step, Usage attempt) {

  public Spend {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(attempt, "attempt");
  }

  /** The first calls of an attempt. */
  public static Spend first(Usage step) {
    return new Spend(step, step);
  }

  /** The same event after further calls for it. */
  public Spend plus(Usage more) {
    return new Spend(step.plus(more), attempt.plus(more));
  }

  /** This attempt after further calls. */
  public Spend then(Usage step) {
    return new Spend(step, attempt.plus(step));
  }
}
