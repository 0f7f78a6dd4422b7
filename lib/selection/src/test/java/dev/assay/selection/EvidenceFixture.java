// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.equality.answers.MathEquality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds evidence in the order of its attempts. */
final class EvidenceFixture {

  static final ProblemId ID =
      new ProblemId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Verdict YES = new Correct(1);
  static final Verdict NO = new FirstError(0, "off by one");
  static final Verdict NONE = new NoVerdict(Reason.UNREADABLE, "hm");
  static final Usage CALL = new Usage(1, 10, 5, 100);

  private final List<FinalSolution> solutions = new ArrayList<>();
  private final List<Abandonment> abandoned = new ArrayList<>();

  static EvidenceFixture evidence() {
    return new EvidenceFixture();
  }

  static Policy policy(int attempts, int verifications, SelectionRule rule) {
    return new Policy(
        new Policy.Effort(attempts, verifications, 1),
        new Policy.Scoring(rule, 0.5),
        new Policy.Thresholds(0.7, 0.1, 0.5),
        Duration.ofMinutes(1),
        Stopping.FIXED,
        Policy.ErrorRates.UNSET);
  }

  static Problem problem(Policy policy) {
    return new Problem(ID, "1+1", policy, START);
  }

  /** Decides where all of N and M has been asked for. */
  static Decision onGrid(Selection selection, Problem problem, Evidence evidence, Instant now) {
    Policy policy = problem.policy();
    Evidence asked =
        evidence.map(each -> each.asking(policy.verifications())).asking(policy.attempts());
    return selection.decide(problem, asked, now);
  }

  EvidenceFixture solution(@Nullable String answer, Verdict... verdicts) {
    return solution(answer, true, 20, verdicts);
  }

  EvidenceFixture solution(
      @Nullable String answer, boolean accepted, int tokens, Verdict... verdicts) {
    solutions.add(
        new FinalSolution(
            new SolutionId(next(), 0),
            answer,
            accepted,
            tokens,
            CALL,
            VerdictTally.of(List.of(verdicts))));
    return this;
  }

  /** A group of solutions that share out their passes, each judged M times. */
  EvidenceFixture group(String answer, int size, int passes, int verifications) {
    int left = passes;
    for (int i = 0; i < size; i++) {
      int passing = Math.min(left, verifications);
      left -= passing;
      Verdict[] verdicts = new Verdict[verifications];
      for (int m = 0; m < verifications; m++) {
        verdicts[m] = m < passing ? YES : NO;
      }
      solution(answer, verdicts);
    }
    return this;
  }

  /** The last solution, so many of whose verdicts the verifier was made to give. */
  EvidenceFixture forcing(int forced) {
    FinalSolution last = solutions.removeLast();
    VerdictTally given = last.verdicts();
    solutions.add(
        new FinalSolution(
            last.id(),
            last.answer(),
            last.accepted(),
            last.tokens(),
            last.spent(),
            new VerdictTally(
                given.asked(),
                given.returned(),
                given.readable(),
                given.passes(),
                given.usage(),
                new VerdictSigns(0, 0, forced, 0, 0, Set.of(), null))));
    return this;
  }

  EvidenceFixture abandoned(String reason) {
    abandoned.add(new Abandonment(next(), reason, CALL));
    return this;
  }

  Evidence build() {
    return new Evidence(0, solutions, abandoned).grouped(new MathEquality());
  }

  private AttemptId next() {
    return new AttemptId(ID, solutions.size() + abandoned.size());
  }
}
