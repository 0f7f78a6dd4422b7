// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Usage;
import dev.assay.prompts.Reading.Read;
import dev.assay.roles.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Several critiques of one solution that vote on its first wrong step. What cannot be read has no
 * vote. The step with the most votes wins; of equals the earliest, and that nothing is wrong comes
 * last: a revision too many costs less than a mistake that stays.
 */
final class Ballots {

  /** Behind every step. */
  private static final int NOTHING_WRONG = Integer.MAX_VALUE;

  /** Before every step: the solution is wrong, and nobody knows where. */
  private static final int SOMEWHERE = -1;

  private final List<Finding<Critique>> drawn = new ArrayList<>();
  private Usage paid = Usage.NONE;

  void add(Finding<Critique> finding) {
    drawn.add(finding);
    paid = paid.plus(finding.usage());
  }

  /** A vote that never came was paid for all the same. */
  void addMissing(Usage spent) {
    paid = paid.plus(spent);
  }

  Usage paid() {
    return paid;
  }

  boolean isEmpty() {
    return drawn.isEmpty();
  }

  /** The first critique that says what most say, with the bill of all; the last if none says it. */
  Finding<Critique> result() {
    Map<Integer, List<Finding<Critique>>> votes =
        drawn.stream()
            .filter(each -> each.value().isPresent())
            .collect(
                Collectors.groupingBy(
                    each -> step(each.value().orElseThrow()), TreeMap::new, Collectors.toList()));
    int all = votes.values().stream().mapToInt(List::size).sum();
    // The first of those with the most votes is the earliest step, as the map is sorted.
    Optional<List<Finding<Critique>>> most =
        votes.values().stream()
            .sorted(Comparator.comparingInt((List<?> each) -> each.size()).reversed())
            .findFirst();
    return most.map(won -> won(won, all)).orElseGet(() -> charged(drawn.getLast()));
  }

  private static int step(Critique critique) {
    return critique instanceof Flawed flawed ? flawed.step().orElse(SOMEWHERE) : NOTHING_WRONG;
  }

  private Finding<Critique> won(List<Finding<Critique>> votes, int all) {
    Finding<Critique> first = votes.getFirst();
    return first.reading() instanceof Read<Critique>(Flawed flawed, String how)
        ? charged(
            new Finding<>(
                new Read<>(explained(flawed, votes.size(), all), how),
                first.by(),
                first.reply(),
                first.tokens(),
                first.usage(),
                first.finishReason(),
                first.forced(),
                first.origin()))
        : charged(first);
  }

  private static Flawed explained(Flawed flawed, int votes, int all) {
    String share = "(%d of %d votes) ".formatted(votes, all);
    return new Flawed(
        flawed.firstError(), share + flawed.why(), flawed.suggestion(), flawed.located());
  }

  private Finding<Critique> charged(Finding<Critique> finding) {
    return new Finding<>(
        finding.reading(),
        finding.by(),
        finding.reply(),
        finding.tokens(),
        paid,
        finding.finishReason(),
        finding.forced(),
        finding.origin());
  }
}
