// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import org.jspecify.annotations.Nullable;

/**
 * What was done about one dead letter.
 *
 * @param why it was skipped; null if it was not
 */
public record Redrive(DeadLetter letter, Outcome outcome, @Nullable String why) {

  /** What was done. */
  public enum Outcome {
    /** It is on its topic again, and marked. */
    REDRIVEN,
    /** It would be, had this not been a dry run. */
    PLANNED,
    /** It stays where it is. */
    SKIPPED
  }

  /**
   * How it is to be done.
   *
   * @param again whether those that were redriven before are redriven once more
   * @param dry whether all is done but sending and marking
   * @param most are redriven; the next time goes on after them
   */
  public record Terms(boolean again, boolean dry, int most) {}

  /**
   * What it came to.
   *
   * @param complete false if there are more dead letters than are looked at at once: then nothing
   *     was done, as which of them were redriven is not known
   * @param more whether it ended because of {@link Terms#most}
   */
  public record Tally(int redriven, int skipped, boolean complete, boolean more) {}

  static Redrive skipped(DeadLetter letter, String why) {
    return new Redrive(letter, Outcome.SKIPPED, why);
  }
}
