// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ReferenceVerifyingProtocol;
import dev.assay.prompts.RefiningProtocol;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import java.util.Locale;
import java.util.Optional;

/** What a role does, so that it can be asked to do it with a sample. */
public enum RoleJob {
  GENERATOR(SolvingProtocol.class),
  CRITIC(CriticisingProtocol.class),
  REFINER(RefiningProtocol.class),
  VERIFIER(VerifyingProtocol.class);

  /** A verdict that leaves more of a pass than this calls a solution right. */
  private static final double HALF = 0.5;

  private final Class<? extends Protocol> ability;

  RoleJob(Class<? extends Protocol> ability) {
    this.ability = ability;
  }

  /** As people call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isJudge() {
    return this == CRITIC || this == VERIFIER;
  }

  boolean isAble(Protocol protocol) {
    return ability.isInstance(protocol);
  }

  /**
   * What a protocol that is able makes of a sample.
   *
   * @param right whether the sample's right solution is given, where one is
   */
  Reading<?> opening(Protocol protocol, Sample sample, boolean right) {
    String question = sample.question();
    return switch (this) {
      case GENERATOR -> ((SolvingProtocol) protocol).solve(question);
      case CRITIC -> ((CriticisingProtocol) protocol).criticise(question, sample.solution(right));
      case REFINER ->
          ((RefiningProtocol) protocol).refine(question, sample.solution(false), sample.critique());
      case VERIFIER -> verdict((VerifyingProtocol) protocol, sample, sample.solution(right));
    };
  }

  private static Reading<?> verdict(VerifyingProtocol protocol, Sample sample, Solution solution) {
    return protocol instanceof ReferenceVerifyingProtocol against
        ? against.verify(sample.question(), sample.answer(), solution)
        : protocol.verify(sample.question(), solution);
  }

  /** Whether a judgement calls the solution right; empty of what is no judgement. */
  static Optional<Boolean> calledRight(Object known) {
    return switch (known) {
      case Sound _ -> Optional.of(true);
      case Flawed _ -> Optional.of(false);
      case Critique.Unreadable _, NoVerdict _ -> Optional.empty();
      case Verdict verdict -> Optional.of(verdict.pass() > HALF);
      default -> Optional.empty();
    };
  }
}
