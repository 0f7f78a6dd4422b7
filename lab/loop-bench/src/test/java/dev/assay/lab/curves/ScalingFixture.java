// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.draws.pool.PoolSettings;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.draws.pool.Vote;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pools of known content: the target of every problem is 24. */
final class ScalingFixture {

  static final String QUESTION = "1 + 23 =";
  static final String RIGHT = "24";
  static final String WRONG = "25";
  static final List<String> DERIVATION = List.of("1+23=24", "#24");

  private ScalingFixture() {}

  static PoolSettings settings(int attempts, int verifications, int revisions, int votes) {
    return new PoolSettings(
        attempts, verifications, revisions, votes, Map.of("generator", "somebody"));
  }

  static Revision sound(@Nullable String answer, int calls, double... verdicts) {
    return revision(answer, calls, new Sound(), verdicts);
  }

  static Revision flawed(@Nullable String answer, int calls, double... verdicts) {
    return revision(answer, calls, new Flawed(0, "wrong", DERIVATION.getFirst()), verdicts);
  }

  static Revision revision(
      @Nullable String answer, int calls, Critique critique, double... verdicts) {
    int[] verdictCalls = new int[verdicts.length];
    Arrays.fill(verdictCalls, 1);
    return new Revision(
        List.of("1+23=" + answer, "#" + answer),
        answer,
        8,
        calls,
        critique,
        verdicts,
        verdictCalls,
        RIGHT.equals(answer) ? -0.1 : -5);
  }

  /** An outcome that the verifier cannot read. */
  static Revision unread(String answer) {
    return new Revision(
        List.of("#" + answer), answer, 8, 2, new Sound(), new double[0], new int[0], Double.NaN);
  }

  static PooledAttempt attempt(Revision... guided) {
    return new PooledAttempt(List.of(guided), List.of());
  }

  static PooledProblem problem(int index, List<PooledAttempt> attempts, List<Vote> votes) {
    return new PooledProblem(index, QUESTION, RIGHT, attempts, votes);
  }

  /**
   * A right draft and a wrong one by turns; the critic sees all, the refiner mends in one round,
   * and from a step of chance in two; the verifier is never wrong. Drafts are billed with their
   * critique: 2 calls, and 2 more a round.
   */
  static DrawnPool everySecondRight(int problems, int attempts) {
    PooledAttempt right = attempt(sound(RIGHT, 2, 1, 1));
    PooledAttempt mended =
        new PooledAttempt(
            List.of(flawed(WRONG, 2, 0, 0), sound(RIGHT, 4, 1, 1)),
            List.of(flawed(WRONG, 4, 0, 0), sound(RIGHT, 6, 1, 1)));
    List<PooledAttempt> all =
        IntStream.range(0, attempts).mapToObj(i -> i % 2 == 0 ? right : mended).toList();
    int votes = new PoolSize(attempts, 2, 2).votes();
    List<Vote> drafts =
        IntStream.range(0, votes).mapToObj(i -> new Vote(i % 2 == 0 ? RIGHT : WRONG, 1)).toList();
    return new DrawnPool(
        settings(attempts, 2, 2, votes),
        IntStream.range(0, problems).mapToObj(i -> problem(i, all, drafts)).toList());
  }
}
