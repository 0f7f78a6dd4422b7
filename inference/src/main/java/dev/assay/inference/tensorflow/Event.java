// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow;

import dev.assay.inference.api.Completion;

/** What the engine tells a waiting caller. */
sealed interface Event {

  /** More text. */
  record Piece(String text) implements Event {}

  /** Everything; nothing follows. */
  record Done(Completion completion) implements Event {}

  /** There will be no completion; nothing follows. */
  record Failed(String message, Throwable cause) implements Event {}
}
