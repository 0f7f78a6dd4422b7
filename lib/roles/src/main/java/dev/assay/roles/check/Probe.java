// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.roles.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the probes of a server have in common: the role as it is configured, and the server called
 * otherwise.
 */
record Probe(Role role, CallVariants variants, CheckBill bill) {

  private static final Set<FailureKind> TELLS_NOTHING =
      EnumSet.of(FailureKind.SILENT, FailureKind.UNREADABLE, FailureKind.THINKING_ONLY);

  Model model() {
    return role.model();
  }

  /** A tiny call, always the likeliest reply. */
  CompletionRequest likeliest(Prompt prompt, int tokens) {
    return new CompletionRequest(prompt, Sampling.greedy(), tokens, role.timeout());
  }

  /** A tiny call that may end in many ways. */
  CompletionRequest drawn(String text, long seed, int tokens) {
    double heat = role.temperature() == 0 ? 1 : role.temperature();
    return new CompletionRequest(
        Prompt.of(text), new Sampling(heat, role.topP(), seed), tokens, role.timeout());
  }

  /**
   * What comes of a probe that failed: the server does not honour what it was asked for.
   *
   * @throws ModelException if it did not say anything at all, or nothing of the kind, which tells
   *     nothing
   */
  static boolean honouredDespite(ModelException failure) {
    if (TELLS_NOTHING.contains(failure.kind())) {
      throw failure;
    }
    return false;
  }
}
