// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A final solution and what was made of it.
 *
 * @param accepted whether the critic found it sound
 * @param asked verdicts asked for; where the work stopped early, those of them that came back
 * @param readable those that say right or wrong
 * @param passes sum of the verdicts' passes, at most {@code readable}
 * @param tokens its length
 * @param forced how many of the readable verdicts the verifier was made to give; null for none
 * @param repeated verdicts that are another one's text letter for letter, and do not count; null
 *     for none
 * @param copies the attempts that came to this solution letter for letter, and do not count; null
 *     for none
 */
public record JudgedSolution(
    SolutionId id,
    boolean accepted,
    int asked,
    int readable,
    double passes,
    int tokens,
    @Nullable Integer forced,
    @Nullable Integer repeated,
    @Nullable List<Integer> copies) {
  public JudgedSolution {
    Objects.requireNonNull(id, "id");
    forced = forced == null || forced <= 0 ? null : forced;
    repeated = repeated == null || repeated <= 0 ? null : repeated;
    copies = copies == null || copies.isEmpty() ? null : List.copyOf(copies);
    if (readable < 0 || readable > asked || !(passes >= 0 && passes <= readable)) {
      throw new IllegalArgumentException(
          "verdicts: passes "
              + passes
              + ", readable "
              + readable
              + ", asked "
              + asked
              + " (expected: 0 <= passes <= readable <= asked)");
    }
  }

  /** One that nothing repeats. */
  public JudgedSolution(
      SolutionId id, boolean accepted, int asked, int readable, double passes, int tokens) {
    this(id, accepted, asked, readable, passes, tokens, null, null, null);
  }
}
