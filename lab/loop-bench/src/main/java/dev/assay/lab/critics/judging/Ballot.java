// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was said of a solution, as often as it was asked about.
 *
 * @param votes the judgements that there are
 * @param missing those that there should be too
 */
public record Ballot(LabelledSolution solution, List<Judgement> votes, int missing) {

  /** In place of a step where nothing could be read: that is wrong, and no vote. */
  public static final int UNREAD = -2;

  /** In place of a step where a solution is found wrong and none is named. */
  public static final int SOMEWHERE = Integer.MAX_VALUE;

  public Ballot {
    votes = List.copyOf(votes);
  }

  /** The share of all votes that name each step: what one judgement is worth, on average. */
  public Map<Integer, Double> single() {
    Map<Integer, Integer> counts = counts();
    int unread = votes.size() + missing - counts.values().stream().mapToInt(each -> each).sum();
    if (unread > 0) {
      counts.put(UNREAD, unread);
    }
    Map<Integer, Double> shares = new TreeMap<>();
    counts.forEach((step, count) -> shares.put(step, (double) count / (votes.size() + missing)));
    return shares;
  }

  /**
   * The step that most readable votes name. Steps that tie have a share each, so that the accuracy
   * is the mean over them.
   */
  public Map<Integer, Double> majority() {
    Map<Integer, Integer> counts = counts();
    if (counts.isEmpty()) {
      return Map.of(UNREAD, 1.0);
    }
    int most = Collections.max(counts.values());
    List<Integer> tied = new ArrayList<>(counts.keySet());
    tied.removeIf(step -> counts.getOrDefault(step, 0) < most);
    Map<Integer, Double> shares = new TreeMap<>();
    tied.forEach(step -> shares.put(step, 1.0 / tied.size()));
    return shares;
  }

  /** The mean pass over the readable votes, 0 to 1: what selection goes by; empty without one. */
  public OptionalDouble passShare() {
    return votes.stream()
        .flatMap(each -> Stream.ofNullable(each.pass()))
        .mapToDouble(Double::doubleValue)
        .average();
  }

  private Map<Integer, Integer> counts() {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Judgement vote : votes) {
      if (vote.readable()) {
        counts.merge(Objects.requireNonNullElse(vote.named(), SOMEWHERE), 1, Integer::sum);
      }
    }
    return counts;
  }
}
