// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Completion;

/** What the engine tells a waiting caller. */
sealed interface CallEvent {

  /** More text. */
  record Piece(String text) implements CallEvent {}

  /** Everything; nothing follows. */
  record Done(Completion completion) implements CallEvent {}

  /** There will be no completion; nothing follows. */
  record Failed(String message, Throwable cause) implements CallEvent {}
}
