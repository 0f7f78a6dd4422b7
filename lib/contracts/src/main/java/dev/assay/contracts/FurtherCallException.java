// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/**
 * A task wants one more call than one delivery makes. Nothing is wrong: whoever delivers it keeps
 * what was heard, and has it gone on with from there.
 */
public final class FurtherCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String heard;

  FurtherCallException(String heard) {
    super("another call is another delivery", null, false, false);
    this.heard = heard;
  }

  /** What was heard so far, to be handed to {@link CallMemory#of} by the next delivery. */
  public String heard() {
    return heard;
  }
}
