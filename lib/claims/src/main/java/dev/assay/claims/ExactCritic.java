// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    return flaws(question, steps, 1).stream()
        .findFirst()
        .map(flaw -> flawed(flaw, steps.get(flaw.step())));
  }

  /** Everything that can be shown to be wrong, in the order of the steps. */
  public List<Flaw> flaws(String question, List<String> steps) {
    return flaws(question, steps, Integer.MAX_VALUE);
  }

  /** The same, without the steps after those in which there are enough. */
  public List<Flaw> flaws(String question, List<String> steps, int enough) {
    WorkBudget work = new WorkBudget(ClaimChecker.WORK);
    Optional<ArithmeticContext> context =
        work.run(() -> ArithmeticTask.of(question).map(ArithmeticContext::new), Optional::empty);
    ClaimChecker checker = context.isPresent() ? strict : lenient;
    Frames frames = new Frames(question, steps, work);
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < steps.size() && flaws.size() < enough; i++) {
      int index = i;
      String step = steps.get(i);
      List<Claim> claims = checker.claims(step, work).stream().filter(Claim::isFalse).toList();
      List<Flaw> here =
          claims.stream()
              .filter(claim -> context.isPresent() || !frames.excuse(index, claim))
              .map(claim -> flaw(index, claim))
              .collect(Collectors.toCollection(ArrayList::new));
      boolean hasFalseClaims = !here.isEmpty();
      context.ifPresent(
          c -> here.addAll(work.run(() -> c.read(index, step, hasFalseClaims), List::of)));
      here.sort(Comparator.comparingInt(Flaw::end));
      flaws.addAll(here);
    }
    return List.copyOf(flaws);
  }

  private static Flawed flawed(Flaw flaw, String step) {
    String suggestion = flaw.correction().map(each -> suggested(flaw, each, step)).orElse(null);
    return new Flawed(flaw.step(), Bounds.shortened(flaw.why(), Bounds.REASON), suggestion);
  }

  /** The step put right; of one that is too long for a suggestion, the place alone. */
  private static String suggested(Flaw flaw, Correction correction, String step) {
    String whole = correction.in(step);
    return Bounds.fits(whole, Bounds.REASON)
        ? whole
        : Bounds.shortened(
            step.substring(flaw.start(), correction.start()) + correction.text(), Bounds.REASON);
  }

  private static Flaw flaw(int index, Claim claim) {
    return new Flaw(
        index,
        claim.start(),
        claim.end(),
        Flaw.Kind.ARITHMETIC,
        claim.text(),
        claim.text() + ": " + claim.why(),
        claim.correction());
  }
}
