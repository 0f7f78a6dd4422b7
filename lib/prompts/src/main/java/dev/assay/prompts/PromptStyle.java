// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A family of prompts and the readers of the replies to them. Models differ in what they
 * understand; the loop does not care, and a role names the style that its model was made for.
 *
 * <p>Readers never throw. A reply that says neither right nor wrong is empty, and never a verdict.
 */
public interface PromptStyle {

  /** The name in configuration. */
  String name();

  /** Why the question is out of this style's reach, or empty if it may be asked. */
  Optional<String> refusal(String question);

  /**
   * Whether solutions are prose, in which exact arithmetic can look for false claims before a model
   * is asked.
   */
  boolean prose();

  /** Strings that end a reply. */
  List<String> stop();

  String solve(String question);

  /** The steps and the answer of a reply to {@link #solve}. */
  Draft readSolution(String question, String reply);

  String criticise(String question, Solution solution);

  /** The judgement in a reply to {@link #criticise}, or empty if it cannot be read. */
  Optional<Critique> readCritique(String question, Solution solution, String reply);

  String refine(String question, Solution solution, Flawed critique);

  /** The whole revised solution of a reply to {@link #refine}. */
  Draft readRefinement(String question, Solution solution, Flawed critique, String reply);

  String verify(String question, Solution outcome);

  /** The judgement in a reply to {@link #verify}, or empty if it cannot be read. */
  Optional<Verdict> readVerdict(String question, Solution outcome, String reply);
}
