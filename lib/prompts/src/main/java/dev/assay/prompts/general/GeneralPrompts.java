// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.claims.Flaw;
import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.prompts.reading.OwnWords;
import java.util.List;

/**
 * The words of the general style. Every prompt opens with the problem, and every prompt about a
 * solution goes on with that solution, so that a server's prefix cache reads both only once. No
 * prompt contains a marker that a reader would take for a judgement.
 */
final class GeneralPrompts {

  private static final String FORMAT =
      """
      - One step is one paragraph: a single claim, with the calculation or the reason for it \
      written out. Number the steps. Leave a blank line between two steps and none within a step.
      - Carry out arithmetic in the open, one operation at a time.
      - If you notice a mistake of your own, say so and put it right in the next step.
      - Close with a paragraph that gives the final answer inside \\boxed{}: the answer alone, as \
      short as the problem allows.
      """;

  private static final String SOLVE =
      """
      Solve the problem. Write the solution so that somebody else can check it:
      """
          + FORMAT;

  private static final String CRITICISE =
      """
      Find the first step of this solution that is wrong. Take the steps in order, and for each one:
      1. Say what it claims and what it takes for granted.
      2. Test the claim by means of your own. Work the calculation afresh, reach the same point \
      by another route, or put in a small or an extreme value. The step's own wording proves \
      nothing.
      3. Turn on your test before you object: is the problem read as it stands, and the step as \
      it was meant?
      A step is wrong if it says something false, concludes what does not follow, misreads the \
      problem, or passes over what the result depends on. A step that only carries an earlier \
      mistake along is not the first. A slip that the solution later finds and repairs is no \
      mistake. Once you are certain of a wrong step, stop.

      When you are done, close with these three lines and nothing else:
      \\box{STEPk}
      Why: what is wrong with that step, and how you know
      Suggestion: what the step should say instead, or none
      For k put the number of the first wrong step, or -1 if every step holds. The first line \
      stands alone, and is written once.
      """;

  private static final String REFINE =
      """
      Take this as advice, for the reviewer may be mistaken too. Work out for yourself who is \
      right. If the objection holds, fix the step and everything that rests on it; if it does \
      not, defend the step by giving the reason that was missing. Then write the whole solution \
      anew, from the first step to the last, for a reader who has seen neither the old one nor \
      the review:
      """
          + FORMAT;

  private static final String VERIFY =
      """
      Judge whether this solution proves its result. Go through it from the first step:
      - Repeat what the step says, and only then check it, down to each small inference in it. \
      Redo every calculation.
      - Where something looks doubtful, look for a counterexample.
      - What counts is where the reasoning ends up. A slip that a later step openly and rightly \
      corrects is forgiven.
      - Where several approaches are tried, one sound one that reaches the right result is enough.
      - Where the problem can be read in more than one sensible way, accept any of them.
      - A guess without a proof, and a pattern seen in a few cases and taken for a rule, are errors.
      - An error belongs to the step in which it first appears, not to those that inherit it.

      When you are done, close with these two lines and nothing else:
      \\box{STEPk}
      Why: the reason, in one or two sentences
      For k put the number of the first step that is wrong, or -1 if none is. The first line \
      stands alone, and is written once.
      """;

  /** The first wrong step is what is looked for; a long list would bury it. */
  static final int MOST_OBJECTIONS = 5;

  /** What a reply may repeat of all this. */
  static final OwnWords OWN_WORDS = OwnWords.of(SOLVE, CRITICISE, REFINE, VERIFY);

  private GeneralPrompts() {}

  static String solve(String question) {
    return problem(question) + SOLVE;
  }

  static String criticise(String question, List<String> steps) {
    return problem(question) + solution(steps) + CRITICISE;
  }

  /**
   * @param flaws what exact arithmetic holds against the solution
   */
  static String verify(String question, List<String> steps, List<Flaw> flaws) {
    return problem(question) + solution(steps) + objections(flaws) + VERIFY;
  }

  private static String objections(List<Flaw> flaws) {
    if (flaws.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "Exact arithmetic disagrees with this, if it was read as it was meant:\n");
    flaws.stream()
        .limit(MOST_OBJECTIONS)
        .forEach(each -> text.append("- step %d: %s\n".formatted(each.step(), objection(each))));
    return text.append('\n').toString();
  }

  private static String objection(Flaw flaw) {
    return QuotedText.of(Bounds.shortened(flaw.why(), Bounds.REASON));
  }

  static String refine(String question, List<String> steps, Flawed critique) {
    String suggestion =
        critique.suggestion() == null
            ? ""
            : "\nSuggestion: " + QuotedText.of(critique.suggestion());
    return problem(question)
        + solution(steps)
        + "A reviewer objects to step %d:\n".formatted(critique.firstError())
        + "<review>\n%s%s\n</review>\n".formatted(QuotedText.of(critique.why()), suggestion)
        + REFINE;
  }

  private static String problem(String question) {
    return "Problem:\n<problem>\n" + QuotedText.of(question) + "\n</problem>\n\n";
  }

  private static String solution(List<String> steps) {
    StringBuilder text = new StringBuilder("A solution, its steps numbered from 0:\n");
    for (int i = 0; i < steps.size(); i++) {
      text.append("<step %d>\n%s\n</step %d>\n".formatted(i, QuotedText.of(steps.get(i)), i));
    }
    return text.append('\n').toString();
  }
}
