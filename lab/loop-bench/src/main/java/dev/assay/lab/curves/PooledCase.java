// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.draws.pool.Vote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem of the pool with its answers sorted into groups, once for all draws.
 *
 * @param right the group of the right answer
 * @param lines one an attempt
 * @param votes of all drafts
 */
record PooledCase(int right, List<Line> lines, Votes votes) {

  PooledCase {
    lines = List.copyOf(lines);
  }

  /**
   * Drafts that do nothing but vote.
   *
   * @param right the group of the right answer, among theirs
   * @param groups of the drafts
   * @param calls that each of them took
   */
  record Votes(int right, int[] groups, int[] calls) {}

  /**
   * An attempt through all rounds.
   *
   * @param guided the draft first
   * @param blind without the draft
   */
  record Line(List<Candidate> guided, List<Candidate> blind) {

    /** The outcome after so many rounds at most. */
    Candidate after(int rounds, RefinementMode route) {
      return switch (route) {
        case GUIDED -> guided.get(Math.min(rounds, guided.size() - 1));
        case BLIND ->
            rounds == 0 || blind.isEmpty()
                ? guided.getFirst()
                : blind.get(Math.min(rounds, blind.size()) - 1);
      };
    }
  }

  static PooledCase of(PooledProblem problem, AnswerEquality equality) {
    Map<String, Integer> groups = groups(problem, equality);
    int right = group(problem.target(), groups);
    return new PooledCase(
        right,
        problem.attempts().stream().map(each -> line(each, groups)).toList(),
        new Votes(
            right,
            problem.votes().stream().mapToInt(each -> group(each.answer(), groups)).toArray(),
            problem.votes().stream().mapToInt(Vote::calls).toArray()));
  }

  /** The same attempts beside the votes of somebody else on the same problem. */
  PooledCase votedBy(PooledCase other) {
    return new PooledCase(right, lines, other.votes);
  }

  private static Map<String, Integer> groups(PooledProblem problem, AnswerEquality equality) {
    Stream<@Nullable String> outcomes =
        problem.attempts().stream()
            .flatMap(each -> Stream.of(each.guided(), each.blind()))
            .flatMap(List::stream)
            .map(Revision::answer);
    Stream<@Nullable String> votes = problem.votes().stream().map(Vote::answer);
    List<String> answers =
        Stream.of(Stream.of(problem.target()), outcomes, votes)
            .flatMap(each -> each)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    Map<String, Integer> groups = new HashMap<>();
    List<List<String>> sorted = AnswerGroups.of(answers, answer -> answer, equality);
    for (int i = 0; i < sorted.size(); i++) {
      for (String answer : sorted.get(i)) {
        groups.put(answer, i);
      }
    }
    return groups;
  }

  private static Line line(PooledAttempt attempt, Map<String, Integer> groups) {
    return new Line(
        attempt.guided().stream().map(each -> candidate(each, groups)).toList(),
        attempt.blind().stream().map(each -> candidate(each, groups)).toList());
  }

  private static Candidate candidate(Revision revision, Map<String, Integer> groups) {
    return new Candidate(
        group(revision.answer(), groups),
        revision.accepted(),
        revision.calls(),
        revision.tokens(),
        revision.verdicts(),
        revision.verdictCalls(),
        revision.likelihood());
  }

  private static int group(@Nullable String answer, Map<String, Integer> groups) {
    return answer == null
        ? Candidate.NO_ANSWER
        : groups.getOrDefault(answer, Candidate.NO_ANSWER).intValue();
  }
}
