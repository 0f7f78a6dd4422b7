// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How far the outcome of a final solution is: asked for once, and the same for all its verdicts.
 */
public sealed interface OutcomeState {

  /** Nobody has asked for one. */
  record Unasked() implements OutcomeState {}

  /** It is under way: verdicts wait for it. */
  record Awaited() implements OutcomeState {}

  /**
   * It has come.
   *
   * @param made null where none could be had: the solution is judged as it is
   */
  record Known(@Nullable Outcome made) implements OutcomeState {}
}
