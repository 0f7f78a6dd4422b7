// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/** The headers that tell of a record's death, and of its lives after it. */
public final class DeadLetterHeaders {

  /** What the names begin with that a record has only among the dead letters. */
  public static final String PREFIX = "dead-letter-";

  /** Why nobody could work it, as one line. */
  public static final String REASON = PREFIX + "reason";

  /** The consumer group that could not. */
  public static final String GROUP = PREFIX + "group";

  /** Of a mark among the dead letters: the offset of the one that was redriven. */
  public static final String MARK = PREFIX + "redriven";

  /**
   * How often it was redriven. It goes with the record, so that a dead letter of a redriven record
   * tells that it was tried before.
   */
  public static final String REDRIVEN = "redriven";

  private DeadLetterHeaders() {}
}
