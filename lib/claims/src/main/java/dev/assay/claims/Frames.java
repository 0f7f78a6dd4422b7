// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@linkplain Frame frame} of each step of a solution: what the question and the steps before
 * it are about. Read no further than is asked, and each step once, as few solutions ever need it.
 */
final class Frames {

  private final List<String> texts;
  private final WorkBudget work;
  private Frame frame = Frame.NONE;
  private int read;

  Frames(String question, List<String> steps, WorkBudget work) {
    this.texts = new ArrayList<>(List.of(question));
    this.texts.addAll(steps);
    this.work = work;
  }

  private Frame of(String text) {
    return work.run(
        () -> Frame.of(new ClaimTokens(Lexer.read(ClaimChecker.cut(text)))), () -> Frame.NONE);
  }

  /** Whether a claim of the step that is false among numbers may hold in it. */
  boolean excuse(int step, Claim claim) {
    while (read <= step + 1) {
      frame = frame.and(of(texts.get(read++)));
    }
    return work.run(() -> frame.excuses(claim.left(), claim.right()), () -> true);
  }
}
