// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an arbiter's comparisons make of groups. Equal answers bring their groups together,
 * different ones make them exclude each other; what is computed counts more, and the first decision
 * on two groups stands. One that contradicts what stands, as A = B, B = C and then A ≠ C, changes
 * nothing: it is no better than the ones before, and taking it back would let the order of three
 * opinions turn an answer over and over.
 */
final class Arbitration {

  /** Of each answer by the number of its attempt. */
  private final TreeMap<Integer, Integer> groups = new TreeMap<>();

  private final Map<Integer, Set<Integer>> differences = new TreeMap<>();
  private final List<AnswerPair> contradictions = new ArrayList<>();
  private final List<FinalSolution> answered;

  private Arbitration(List<FinalSolution> answered) {
    this.answered = answered;
    for (FinalSolution each : answered) {
      GroupMembership membership = requireNonNull(each.membership());
      groups.put(each.attempt(), membership.group());
      differences.put(each.attempt(), new HashSet<>(membership.differsFrom()));
    }
  }

  /**
   * Applies them.
   *
   * @param answered solutions, each with its group
   * @param comparisons in the order in which they were decided
   */
  static Arbitration of(List<FinalSolution> answered, List<ArbiterComparison> comparisons) {
    Arbitration arbitration = new Arbitration(answered);
    comparisons.forEach(arbitration::apply);
    return arbitration;
  }

  private void apply(ArbiterComparison comparison) {
    AnswerPair pair = comparison.pair();
    Comparison said = comparison.judgement();
    if (said == null || !knows(pair)) {
      return;
    }
    boolean together = group(pair.one()) == group(pair.other());
    boolean apart = !together && excluded(group(pair.one()), group(pair.other()));
    switch (said) {
      case EQUAL -> {
        if (apart) {
          contradictions.add(pair);
        } else if (!together) {
          join(group(pair.one()), group(pair.other()));
        }
      }
      case DIFFERENT -> {
        if (together) {
          contradictions.add(pair);
        } else if (!apart) {
          requireNonNull(differences.get(pair.one())).add(pair.other());
        }
      }
    }
  }

  private boolean knows(AnswerPair pair) {
    return groups.containsKey(pair.one()) && groups.containsKey(pair.other());
  }

  private int group(int attempt) {
    return requireNonNull(groups.get(attempt));
  }

  private void join(int one, int other) {
    int earliest = Math.min(one, other);
    groups.replaceAll((_, group) -> group == one || group == other ? earliest : group);
  }

  private boolean excluded(int one, int other) {
    return differs(one, other) || differs(other, one);
  }

  private boolean differs(int from, int to) {
    return differences.entrySet().stream()
        .filter(each -> group(each.getKey()) == from)
        .flatMap(each -> each.getValue().stream())
        .anyMatch(attempt -> groups.getOrDefault(attempt, from) == to);
  }

  /** The same solutions, each with the group that it is in now. */
  List<FinalSolution> solutions() {
    return answered.stream()
        .map(
            each ->
                each.in(
                    new GroupMembership(
                        group(each.attempt()), requireNonNull(differences.get(each.attempt())))))
        .toList();
  }

  /** What was decided against what stands. */
  List<AnswerPair> contradictions() {
    return List.copyOf(contradictions);
  }

  /** Whether it is open if these are one. */
  boolean isOpen(AnswerPair pair) {
    return knows(pair)
        && group(pair.one()) != group(pair.other())
        && !excluded(group(pair.one()), group(pair.other()));
  }

  /**
   * Pairs to ask about: of two groups of which it is open whether they are one the earliest
   * attempts, large groups first, and none of which any two members were asked about before.
   *
   * @param most so many
   */
  List<AnswerPair> unasked(List<ArbiterComparison> asked, int most) {
    List<Integer> earliest = groups.values().stream().distinct().sorted().toList();
    List<AnswerPair> pairs = new ArrayList<>();
    for (int one : earliest) {
      for (int other : earliest) {
        if (one < other && !excluded(one, other) && !isAsked(asked, one, other)) {
          pairs.add(new AnswerPair(one, other));
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparing(pair -> -size(pair.one()) - size(pair.other())))
        .limit(Math.max(0, most))
        .toList();
  }

  private boolean isAsked(List<ArbiterComparison> asked, int one, int other) {
    AnswerPair wanted = AnswerPair.of(one, other);
    return asked.stream()
        .map(ArbiterComparison::pair)
        .filter(this::knows)
        .filter(pair -> group(pair.one()) != group(pair.other()))
        .anyMatch(pair -> AnswerPair.of(group(pair.one()), group(pair.other())).equals(wanted));
  }

  private int size(int group) {
    return (int) groups.values().stream().filter(each -> each == group).count();
  }
}
