// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.Objects;

/**
 * A reply with what a model thought set apart from what it said: a conclusion that it tried on
 * while thinking is not its conclusion.
 *
 * @param thought the thoughts, in order, without their marks
 * @param said everything else: the visible reply, as it came where nothing was thought
 */
public record Thinking(String thought, String said) {

  public Thinking {
    Objects.requireNonNull(thought, "thought");
    Objects.requireNonNull(said, "said");
  }

  /**
   * Reads any reply, in one pass. Some chat templates write the opening mark themselves, so a
   * closing mark without one ends a thought that began with the reply; and a thought that was cut
   * off runs to the end. The marks are those of the table beside this class.
   */
  public static Thinking of(String reply) {
    ThoughtReader reader = new ThoughtReader(reply);
    // A reply without a mark is said as it stands.
    return reader.read() ? new Thinking(reader.thought(), reader.said()) : new Thinking("", reply);
  }
}
