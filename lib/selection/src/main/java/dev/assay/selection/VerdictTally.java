// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import java.util.Collection;
import java.util.Objects;

/**
 * The verdicts on one solution, added up: selection asks for no more of them than these sums, which
 * a database adds up cheaply.
 *
 * @param asked verdicts asked for, whether they have come or not
 * @param returned those that have come, unreadable ones included
 * @param readable those that say right or wrong, and are no copy of another one
 * @param passes sum of the passes of the readable ones
 * @param usage of the verifications
 * @param signs what makes them worth less than their number
 */
public record VerdictTally(
    int asked, int returned, int readable, double passes, Usage usage, VerdictSigns signs) {

  public static final VerdictTally NONE = new VerdictTally(0, 0, 0, 0, Usage.NONE);

  public VerdictTally {
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(signs, "signs");
    if (readable < 0 || readable > returned || !(passes >= 0 && passes <= readable)) {
      throw new IllegalArgumentException(
          "tally: passes "
              + passes
              + ", readable "
              + readable
              + ", returned "
              + returned
              + " (expected: 0 <= passes <= readable <= returned)");
    }
  }

  /** Verdicts that are worth their number, as far as is known. */
  public VerdictTally(int asked, int returned, int readable, double passes, Usage usage) {
    this(asked, returned, readable, passes, usage, VerdictSigns.NONE);
  }

  /** Where all that was asked for has come. */
  public VerdictTally(int returned, int readable, double passes, Usage usage) {
    this(returned, returned, readable, passes, usage);
  }

  /** The sums over these verdicts, whose cost is not known. */
  public static VerdictTally of(Collection<? extends Verdict> verdicts) {
    return new VerdictTally(
        verdicts.size(),
        (int) verdicts.stream().filter(Verdict::readable).count(),
        verdicts.stream().filter(Verdict::readable).mapToDouble(Verdict::pass).sum(),
        Usage.NONE);
  }

  /** The same verdicts, where so many were asked for. */
  public VerdictTally ofAsked(int count) {
    return new VerdictTally(count, returned, readable, passes, usage, signs);
  }

  /** Those that count as asked for: a copy of another one does not. */
  int counted() {
    return Math.max(0, asked - signs.repeated());
  }

  /** The share of the readable verdicts that pass; 0 where none is readable. */
  public double passRate() {
    return readable == 0 ? 0 : passes / readable;
  }
}
