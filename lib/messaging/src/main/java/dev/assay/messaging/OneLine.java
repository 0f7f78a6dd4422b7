// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Bounds;
import java.util.regex.Pattern;

/**
 * Texts that models, callers and records wrote, as a header or a line of the log can carry them:
 * short, and without what would end the line.
 */
public final class OneLine {

  private static final int MOST = 1_024;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private OneLine() {}

  public static String of(String text) {
    // Shortened first: what is left out need not be looked at.
    return CONTROL.matcher(Bounds.shortened(text, MOST)).replaceAll(" ");
  }
}
