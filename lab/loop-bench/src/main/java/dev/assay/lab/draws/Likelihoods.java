// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.model.LikelihoodModel;
import dev.assay.prompts.CanonicalProtocol;
import dev.assay.roles.LikelihoodRole;
import dev.assay.roles.NoReplyException;
import dev.assay.roles.Role;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier's likelihood protocol reads in the outcomes of a problem. Equal texts are read
 * once: reading again would say the same.
 *
 * @param role null where the verifier can only write
 * @param read what has been read, by text
 */
record Likelihoods(@Nullable LikelihoodRole role, Problem problem, Map<String, Double> read) {

  static Likelihoods of(Role verifier, Problem problem) {
    boolean reads =
        verifier.model() instanceof LikelihoodModel
            && verifier.protocol() instanceof CanonicalProtocol;
    return new Likelihoods(
        reads ? LikelihoodRole.of(verifier) : null, problem, new ConcurrentHashMap<>());
  }

  /** The logarithm of a solution's least likely token; NaN where none is read. */
  double of(Solution solution) {
    LikelihoodRole reader = role;
    return reader == null || solution.answer() == null
        ? Double.NaN
        : read.computeIfAbsent(solution.text(), _ -> read(reader, solution));
  }

  /** A solution too long for the verifier gets no verdict from the service either. */
  private double read(LikelihoodRole reader, Solution solution) {
    try {
      return reader.read(problem.question(), solution, problem.deadline()).steps().least();
    } catch (NoReplyException e) {
      if (e.mayPass()) {
        throw e;
      }
      return Double.NaN;
    }
  }
}
