// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;

/** What the evidence allows to say now. */
public sealed interface Decision {

  /** The problem ends with this answer. */
  record Settle(Answer answer) implements Decision {}

  /** Evidence is still to come, and there is time for it. */
  record Wait() implements Decision {}
}
