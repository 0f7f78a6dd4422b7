// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That many verdicts could not be read, what was expected, and how a reply began: the verifier's
 * model may speak another protocol, which no other figure shows.
 *
 * @param unreadable how many
 * @param returned of so many
 * @param none whether not one could be read, so that it is the reason why nothing is verified
 * @param detail what was expected, and how one begins; null if nobody kept it
 */
record UnreadableVerdicts(int unreadable, int returned, boolean none, @Nullable String detail) {

  /** From so many on one half of them is no accident; fewer have to be all. */
  private static final int SEVERAL = 4;

  /** Empty if they are none, or few. */
  static Optional<UnreadableVerdicts> of(Evidence evidence) {
    List<VerdictTally> tallies =
        evidence.solutions().stream().map(FinalSolution::verdicts).toList();
    int returned = tallies.stream().mapToInt(VerdictTally::returned).sum();
    int unreadable = tallies.stream().mapToInt(each -> each.signs().unreadable()).sum();
    boolean readable = tallies.stream().anyMatch(each -> each.readable() > 0);
    boolean many = unreadable > 0 && (!readable || isHalf(unreadable, returned));
    return many
        ? Optional.of(new UnreadableVerdicts(unreadable, returned, !readable, detail(tallies)))
        : Optional.empty();
  }

  private static boolean isHalf(int unreadable, int returned) {
    return returned >= SEVERAL && 2 * unreadable >= returned;
  }

  private static @Nullable String detail(List<VerdictTally> tallies) {
    return tallies.stream()
        .map(each -> each.signs().unread())
        .filter(Objects::nonNull)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** One sentence. */
  String message() {
    String words =
        none
            ? "none of %d verdicts could be read".formatted(returned)
            : "%d of %d verdicts could not be read".formatted(unreadable, returned);
    return detail == null ? words : words + ": " + detail;
  }
}
