// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.claims;

import dev.assay.contracts.Critique.Flawed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A critic that needs no model: it finds the first step that exact arithmetic shows to be wrong. It
 * knows nothing of what a problem means, so its silence says nothing; what it does say is nearly
 * always so, which makes it a cheap first stage before critics and verifiers that cost a GPU.
 *
 * <p>If the question itself is arithmetic, it also checks how the question is rewritten, what
 * letters stand for and what is put in for them.
 */
public final class ExactCritic {

  private final ClaimChecker lenient = ClaimChecker.lenient();
  private final ClaimChecker strict = ClaimChecker.strict();

  /** The first wrong step, or empty if nothing can be shown to be wrong. */
  public Optional<Flawed> critique(String question, List<String> steps) {
    return flaws(question, steps).stream()
        .findFirst()
        .map(flaw -> new Flawed(flaw.step(), flaw.why(), flaw.suggestion().orElse(null)));
  }

  /** Everything that can be shown to be wrong, in the order of the steps. */
  public List<Flaw> flaws(String question, List<String> steps) {
    Optional<ArithmeticContext> context = ArithmeticTask.of(question).map(ArithmeticContext::new);
    ClaimChecker checker = context.isPresent() ? strict : lenient;
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      List<Flaw> here = new ArrayList<>(falseClaims(i, steps.get(i), checker));
      boolean hasFalseClaims = !here.isEmpty();
      context.ifPresent(c -> here.addAll(c.read(step, steps.get(step), hasFalseClaims)));
      here.sort(Comparator.comparingInt(Flaw::end));
      flaws.addAll(here);
    }
    return List.copyOf(flaws);
  }

  private static List<Flaw> falseClaims(int index, String step, ClaimChecker checker) {
    return checker.claims(step).stream()
        .filter(Claim::isFalse)
        .map(
            claim ->
                new Flaw(
                    index,
                    claim.start(),
                    claim.end(),
                    Flaw.Kind.ARITHMETIC,
                    claim.text(),
                    claim.text() + ": " + claim.why(),
                    claim.corrected(step)))
        .toList();
  }
}
