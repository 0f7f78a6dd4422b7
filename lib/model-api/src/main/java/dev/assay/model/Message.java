// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.Objects;

/**
 * One turn of the conversation that a model is to go on with; a record, so that a prompt can be
 * compared and remembered whole.
 *
 * @param text in plain characters; a model that knows no turns reads nothing else
 */
public record Message(Speaker speaker, String text) {

  public Message {
    Objects.requireNonNull(speaker, "speaker");
    Objects.requireNonNull(text, "text");
  }

  /** Whose turn it is. */
  public enum Speaker {
    /** Whoever set the model up. */
    SYSTEM,
    /** Whoever asks it. */
    USER,
    /** The model itself, earlier. */
    ASSISTANT
  }
}
