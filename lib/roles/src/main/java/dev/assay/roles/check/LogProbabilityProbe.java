// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Sampling;
import java.util.List;

/** Whether a server says how likely its tokens are. */
final class LogProbabilityProbe {

  private static final String SETTING = "assay.role.model.calls.log-probabilities=";
  private static final int TOKENS = 4;
  private static final int TOP = 5;

  private LogProbabilityProbe() {}

  static List<Diagnosis> of(Probe probe) {
    boolean configured = probe.model().capabilities().contains(Capability.LOG_PROBABILITIES);
    boolean given = isGiven(probe);
    if (configured && !given) {
      return List.of(
          Diagnosis.fault(
              "the server is asked how likely tokens are, and does not say", SETTING + "false"));
    }
    if (given && !configured) {
      return List.of(
          Diagnosis.advice(
              "the server says how likely tokens are, and is not asked", SETTING + "true"));
    }
    return List.of(
        Diagnosis.well(
            given ? "says how likely tokens are" : "does not say how likely tokens are"));
  }

  private static boolean isGiven(Probe probe) {
    CompletionRequest request =
        new CompletionRequest(
            Prompt.of("Say yes."), Sampling.greedy(), TOKENS, TOP, probe.role().timeout());
    try {
      Reply reply = probe.variants().withLogProbabilities(request);
      return reply.tokens().stream().anyMatch(each -> !each.alternatives().isEmpty());
    } catch (ModelException e) {
      return Probe.honouredDespite(e);
    }
  }
}
