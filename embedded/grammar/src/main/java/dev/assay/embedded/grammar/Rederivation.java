// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import java.util.List;
import java.util.Optional;

/**
 * Claimed lines beside those that a critic derived without having seen them: it cannot have copied
 * a slip. The first line that differs is the first wrong step, and the derived one the suggestion.
 */
record Rederivation(CompactTask task, List<String> claimed, List<String> derived) {

  /** The judgement, or empty if the derivation is none, or breaks off before it can tell. */
  Optional<Critique> judged() {
    if (derived.stream().noneMatch(task::isStep)) {
      return Optional.empty();
    }
    for (int i = 0; i < derived.size(); i++) {
      if (!isComplete(i)) {
        return Optional.empty();
      }
      if (!derived.get(i).equals(claim(i))) {
        return Optional.of(flawed(i));
      }
    }
    // A derivation that agrees and breaks off has not looked at the rest.
    return derived.size() == claimed.size() && task.answer(derived.getLast()).isPresent()
        ? Optional.of(new Sound())
        : Optional.empty();
  }

  /**
   * Whether the line is not cut short. A step is followed by another line; an answer by nothing, so
   * that one which begins the claimed answer is only known to be whole by the step before it.
   */
  private boolean isComplete(int index) {
    String line = derived.get(index);
    return index < derived.size() - 1
        ? task.isStep(line)
        : task.answer(line)
            .filter(answer -> isResult(index - 1, answer) || !beginsLike(claim(index), line))
            .isPresent();
  }

  private boolean isResult(int index, String answer) {
    return index >= 0 && derived.get(index).endsWith("=" + answer);
  }

  /** Whether the line is the beginning of the claimed one, in the order that it was written in. */
  private boolean beginsLike(String claim, String line) {
    return claim.length() > line.length() && task.turned(claim).startsWith(task.turned(line));
  }

  private Flawed flawed(int index) {
    String why =
        "the step says "
            + (index < claimed.size() ? task.shown(index, claim(index)) : "nothing")
            + "; derived again it is "
            + task.shown(index, derived.get(index));
    return new Flawed(index, Bounds.shortened(why, Bounds.REASON), derived.get(index));
  }

  private String claim(int index) {
    return index < claimed.size() ? claimed.get(index) : "";
  }
}
