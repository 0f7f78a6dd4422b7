// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of an attempt at a revision, read into steps and a final answer.
 *
 * @param text all that the model wrote, in the notation that people use
 * @param steps its paragraphs or lines, in order
 * @param answer the final answer as written, or null if the text states none
 * @param tokens how long it is, in tokens
 * @param reply how the reply came about that it was read from; null where nobody said
 */
public record Solution(
    SolutionId id,
    String text,
    List<String> steps,
    @Nullable String answer,
    int tokens,
    @Nullable ReplyOrigin reply) {

  public Solution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    steps = List.copyOf(steps);
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens: " + tokens + " (expected: >= 0)");
    }
    reply = ReplyOrigin.kept(reply);
  }

  /** Where nobody said how it came about. */
  public Solution(
      SolutionId id, String text, List<String> steps, @Nullable String answer, int tokens) {
    this(id, text, steps, answer, tokens, null);
  }

  /** The same, read from a reply that came about so. */
  public Solution from(ReplyOrigin origin) {
    return new Solution(id, text, steps, answer, tokens, origin);
  }

  /**
   * This solution if it fits into its events, or what of it does: its beginning, and no answer,
   * since nobody could judge the steps that are missing; an answer that is too long by itself is
   * none.
   */
  public Solution bounded() {
    boolean stated = answer != null && Bounds.fits(answer, Bounds.ANSWER);
    int kept = stepsThatFit();
    boolean whole = kept == steps.size() && Bounds.fits(text, Bounds.TEXT);
    return whole && (stated || answer == null)
        ? this
        : new Solution(
            id,
            Bounds.shortened(text, Bounds.TEXT),
            steps.subList(0, kept),
            whole && stated ? answer : null,
            tokens,
            reply);
  }

  /** How many of the first steps take no more than a text may, and what stands between them. */
  private int stepsThatFit() {
    long bytes = 0;
    int kept = 0;
    while (kept < Math.min(steps.size(), Bounds.STEPS)) {
      bytes += Bounds.wireLength(steps.get(kept));
      if (bytes > Bounds.TEXT) {
        break;
      }
      kept++;
    }
    return kept;
  }
}
