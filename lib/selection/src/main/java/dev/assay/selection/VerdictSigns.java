// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the verdicts on one solution: what makes them worth less than their number.
 *
 * @param repeated those that are another one's text letter for letter; they have come, and are
 *     neither readable nor asked for as far as scores go
 * @param unreadable those whose reply says neither right nor wrong, or whose model gave none
 * @param forced those that the verifier did not give of its own accord
 * @param truncated those of which the verifier's server has cut the prompt
 * @param shortened those that were given upon a part of the solution
 * @param weights of the verifiers, as far as they are known
 * @param unread what was expected of the last reply that nobody could read, and how it begins; null
 *     if all could be read or nobody kept it
 */
public record VerdictSigns(
    int repeated,
    int unreadable,
    int forced,
    int truncated,
    int shortened,
    Set<String> weights,
    @Nullable String unread) {

  public static final VerdictSigns NONE = new VerdictSigns(0, 0, 0, 0, 0, Set.of(), null);

  /** In characters: enough to see what a reply is. */
  private static final int LONGEST = 400;

  public VerdictSigns {
    weights = Set.copyOf(weights);
  }

  /**
   * What is to be kept of a verdict that nobody could read or have, in one line; null of any other.
   * One that came too late has no other reason.
   */
  public static @Nullable String unread(Verdict verdict) {
    return verdict instanceof NoVerdict(Reason reason, String detail) && reason != Reason.LATE
        ? line(detail)
        : null;
  }

  private static String line(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
