// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.model.Capability;
import dev.assay.prompts.BacktrackingProtocol;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Conclusion;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.RefiningProtocol;
import dev.assay.roles.Role;
import org.jspecify.annotations.Nullable;

/** What a refiner asks for, and what it says of that. */
sealed interface Revising {

  /**
   * In this mode.
   *
   * @throws IllegalArgumentException if the role's protocol cannot
   */
  static Revising in(RefineMode mode, Role role) {
    return switch (mode) {
      case REWRITE -> new Anew(role.able(RefiningProtocol.class));
      case BACKTRACK ->
          new FromTheFlaw(
              role.able(BacktrackingProtocol.class),
              role.model().capabilities().contains(Capability.PREFILL));
    };
  }

  /** Opens on the revised solution. */
  Reading<Draft> open(String question, Solution solution, Flawed flawed);

  /** How the revision came about; null where nothing is to be said of it. */
  @Nullable String how(Solution solution, Flawed flawed, Conclusion<Draft> came);

  /** As a whole, with the critique in hand. */
  record Anew(RefiningProtocol protocol) implements Revising {

    @Override
    public Reading<Draft> open(String question, Solution solution, Flawed flawed) {
      return protocol.refine(question, solution, flawed);
    }

    @Override
    public @Nullable String how(Solution solution, Flawed flawed, Conclusion<Draft> came) {
      return null;
    }
  }

  /**
   * Kept up to the flaw; as a whole where there is nothing to keep.
   *
   * @param goesOn whether the model can go on with a text
   */
  record FromTheFlaw(BacktrackingProtocol protocol, boolean goesOn) implements Revising {

    @Override
    public Reading<Draft> open(String question, Solution solution, Flawed flawed) {
      int kept = kept(solution, flawed);
      return kept == 0
          ? protocol.refine(question, solution, flawed)
          : protocol.backtrack(question, solution, kept, goesOn);
    }

    /** How many steps; a critique that counts more than there are misses one at the end. */
    private static int kept(Solution solution, Flawed flawed) {
      return Math.min(flawed.step().orElse(0), solution.steps().size());
    }

    @Override
    public String how(Solution solution, Flawed flawed, Conclusion<Draft> came) {
      return kept(solution, flawed) == 0 ? "written anew: " + nothingKept(flawed) : said(came);
    }

    private static String nothingKept(Flawed flawed) {
      return flawed.step().isEmpty()
          ? "the critique names no step to go back to"
          : "before the first step there is nothing to keep";
    }

    private static String said(Conclusion<Draft> came) {
      return switch (came) {
        case Read<Draft>(_, String how) -> how;
        case Unreadable<Draft> none -> none.why();
      };
    }
  }
}
