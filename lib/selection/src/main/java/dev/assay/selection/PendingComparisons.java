// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether comparisons under way can still change an answer. Two losing groups that turn out to be
 * one may win, and a rival that turns out to be another answer is what makes the best one probable:
 * so all that may come back is gone through, as long as it is not much.
 */
final class PendingComparisons {

  /** Three outcomes each; of more, one that matters is likely enough to be waited for. */
  private static final int MOST_TRIED = 4;

  /** Nothing readable is as if it had not been asked. */
  private static final List<@Nullable Comparison> OUTCOMES =
      Arrays.asList(null, Comparison.EQUAL, Comparison.DIFFERENT);

  private PendingComparisons() {}

  /**
   * @param settled the answer as it would be by some evidence
   */
  static boolean matter(Evidence evidence, Function<Evidence, Answer> settled) {
    List<ArbiterComparison> open = evidence.openComparisons();
    if (open.size() > MOST_TRIED) {
      return true;
    }
    return !open.isEmpty() && changes(evidence, open, settled, settled.apply(evidence));
  }

  private static boolean changes(
      Evidence evidence,
      List<ArbiterComparison> open,
      Function<Evidence, Answer> settled,
      Answer asItIs) {
    if (open.isEmpty()) {
      return differ(asItIs, settled.apply(evidence));
    }
    ArbiterComparison first = open.getFirst();
    List<ArbiterComparison> rest = open.subList(1, open.size());
    return OUTCOMES.stream()
        .anyMatch(said -> changes(evidence.decided(first.saying(said)), rest, settled, asItIs));
  }

  private static boolean differ(Answer one, Answer other) {
    return one.status() != other.status() || !Objects.equals(one.text(), other.text());
  }
}
