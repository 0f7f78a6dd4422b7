// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import java.util.regex.Pattern;

/** The blocks in which the checkpoints were shown what they compare. */
final class Block {

  /** A beginning or an end of one in a text that stands in it. */
  static final Pattern LIVE =
      Pattern.compile(
          "(<)\\h?/?\\h?(?:original question|standard answer|candidate.{0,2}s answer) (?:begin|end)",
          Pattern.CASE_INSENSITIVE);

  private Block() {}
}
