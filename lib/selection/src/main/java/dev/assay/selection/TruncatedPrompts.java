// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import java.util.Optional;

/**
 * Evidence from replies to prompts that a server has cut, whatever they say.
 *
 * @param solutions that were written, or criticised, upon such a prompt
 * @param verdicts that were given upon one
 */
record TruncatedPrompts(int solutions, int verdicts) {

  /** Empty if there is none. */
  static Optional<TruncatedPrompts> of(Evidence evidence) {
    int solutions =
        (int) evidence.counted().stream().filter(each -> each.reply().truncated()).count();
    int verdicts =
        evidence.counted().stream().mapToInt(each -> each.verdicts().signs().truncated()).sum();
    return solutions + verdicts == 0
        ? Optional.empty()
        : Optional.of(new TruncatedPrompts(solutions, verdicts));
  }
}
