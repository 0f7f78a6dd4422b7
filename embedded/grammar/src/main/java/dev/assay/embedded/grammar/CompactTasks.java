// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of questions that there are. */
final class CompactTasks {

  /** What may be asked, with an example of each kind: the rest of a refusal. */
  static final String REACH = CompactArithmetic.REACH + "; or " + CompactTracking.REACH;

  private CompactTasks() {}

  /** Reads a question of any kind, or is empty if the model was trained on none such. */
  static Optional<CompactTask> of(String question) {
    return Stream.of(CompactArithmetic.of(question), CompactTracking.of(question))
        .<CompactTask>flatMap(Optional::stream)
        .findFirst();
  }
}
