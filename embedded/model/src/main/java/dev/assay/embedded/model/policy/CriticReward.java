// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import java.util.Arrays;
import java.util.List;

/**
 * What a derivation is worth as a critique. The critic derives blind and its lines are compared
 * with the claimed ones, so each sample can be scored as a critic of the others of its question:
 * claims with the model's own mistakes, whose truth is known.
 */
public final class CriticReward {

  private static final double LAMBDA = 0.8;
  private static final double REFINEMENT = 1;

  private CriticReward() {}

  /** Of each sample of one question, its mean reward as a critic of the others, in their order. */
  public static double[] of(List<PolicySample> group) {
    double[] rewards = new double[group.size()];
    for (int critic = 0; critic < group.size(); critic++) {
      for (int claim = 0; claim < group.size(); claim++) {
        if (claim != critic) {
          rewards[critic] += reward(group.get(critic), group.get(claim)) / (group.size() - 1);
        }
      }
    }
    return rewards;
  }

  private static double reward(PolicySample critic, PolicySample claim) {
    List<String> truth = lines(critic.question().completion());
    List<String> derived = lines(critic.completion());
    List<String> claimed = lines(claim.completion());
    int labelled = firstDifference(claimed, truth);
    int predicted = firstDifference(claimed, derived);
    double judgement = Rewards.firstError(predicted, labelled, LAMBDA);
    boolean right =
        predicted == labelled && line(derived, predicted).equals(line(truth, predicted));
    return Rewards.dual(judgement, right ? 1 : 0, REFINEMENT);
  }

  /** A line of a completion begins with its letter, the answer with its sign. */
  private static List<String> lines(String completion) {
    return Arrays.asList(completion.split("(?=[a-p#])"));
  }

  private static String line(List<String> lines, int index) {
    return 0 <= index && index < lines.size() ? lines.get(index) : "";
  }

  private static int firstDifference(List<String> claimed, List<String> other) {
    for (int i = 0; i < Math.max(claimed.size(), other.size()); i++) {
      if (!line(claimed, i).equals(line(other, i))) {
        return i;
      }
    }
    return Rewards.SOUND;
  }
}
