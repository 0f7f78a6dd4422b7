// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws problems whose answer is 24, solvers of any skill, and two verifiers that err: small enough
 * for ties, with lost attempts, lost verdicts, and verdicts that nobody asked for.
 */
final class ProblemHistoryFixture {

  private static final String[] RIGHT = {"24", "24.0", "+24"};
  private static final String[] WRONG = {"25", "7", "-3", "25.00"};
  private static final int[] LENGTHS = {0, 1, 2, 3, 40, 250};

  private final RandomGenerator random;
  private final Instant submittedAt;
  private final List<Criticised> finals = new ArrayList<>();
  private final List<Returned> verdicts = new ArrayList<>();

  /** How finely verifiers grade; 0 is yes or no, which makes most ties. */
  private final int grades;

  private ProblemHistoryFixture(RandomGenerator random, Instant submittedAt) {
    this.random = random;
    this.submittedAt = submittedAt;
    this.grades = random.nextInt(3);
  }

  static ProblemHistory draw(RandomGenerator random, Instant submittedAt) {
    return new ProblemHistoryFixture(random, submittedAt).draw();
  }

  private ProblemHistory draw() {
    Problem problem = problem();
    double skill = random.nextDouble(0.2, 0.9);
    for (int attempt = 0; attempt < problem.policy().attempts(); attempt++) {
      if (random.nextInt(12) > 0) {
        attempt(problem, attempt, skill);
      }
    }
    return new ProblemHistory(problem, finals, verdicts);
  }

  private Problem problem() {
    SelectionRule[] rules = SelectionRule.values();
    double[] alphas = {0, 0.1, 0.5, 1, 2};
    Policy policy =
        policy(
            rules[random.nextInt(rules.length)],
            alphas[random.nextInt(alphas.length)],
            random.nextInt(1, 9),
            random.nextInt(1, 5));
    ProblemId id = new ProblemId(new UUID(random.nextLong(), random.nextLong()));
    return new Problem(id, "what is 4*6\0?", policy, submittedAt);
  }

  /** By way of JSON, as a caller names a policy: what it leaves out has its default. */
  static Policy policy(SelectionRule rule, double alpha, int attempts, int verifications) {
    String json =
        """
        {"rule": "%s", "alpha": %s, "attempts": %d, "verifications": %d, "revisions": 1,
         "verified_from": 0.7, "abstain_below": 0.1, "quorum": 0.5, "deadline": "PT1M"}
        """;
    return Json.mapper()
        .readValue(json.formatted(rule, alpha, attempts, verifications), Policy.class);
  }

  private void attempt(Problem problem, int number, double skill) {
    boolean right = random.nextDouble() < skill;
    int revision = random.nextInt(2);
    boolean accepted = revision == 0 || random.nextDouble() < (right ? 0.8 : 0.4);
    SolutionId id = new SolutionId(new AttemptId(problem.id(), number), revision);
    finals.add(criticised(problem, id, answer(right), accepted));
    for (int m = 0; m <= problem.policy().verifications(); m++) {
      if (random.nextInt(10) > 0) {
        verdicts.add(returned(id, m, right));
      }
    }
    if (revision > 0) {
      verdicts.add(returned(new SolutionId(new AttemptId(problem.id(), number), 0), 0, right));
    }
  }

  private @Nullable String answer(boolean right) {
    String[] ways = right ? RIGHT : WRONG;
    return random.nextInt(10) == 0 ? null : ways[random.nextInt(ways.length)];
  }

  private Criticised criticised(
      Problem problem, SolutionId id, @Nullable String answer, boolean accepted) {
    int tokens = LENGTHS[random.nextInt(LENGTHS.length)];
    Solution solution = new Solution(id, "so " + answer, List.of("so"), answer, tokens);
    Critique critique = accepted ? new Sound() : new Flawed(0, "no", null);
    return new Criticised(problem, solution, critique, "critic", Spend.first(Usage.NONE));
  }

  private Returned returned(SolutionId id, int number, boolean right) {
    boolean second = random.nextBoolean();
    String model = second ? "verifier-2" : "verifier-1";
    return new Returned(new VerificationId(id, number), verdict(right, second), model, Usage.NONE);
  }

  private Verdict verdict(boolean right, boolean second) {
    if (random.nextInt(second ? 20 : 6) == 0) {
      return new NoVerdict(Reason.UNREADABLE, "hm");
    }
    double passes = right ? 0.85 : second ? 0.25 : 0.4;
    return random.nextDouble() < passes ? new Correct(score()) : new FirstError(0, "no");
  }

  private double score() {
    return switch (grades) {
      case 0 -> 1;
      // Sums of tenths that should be equal are not, quite.
      case 1 -> random.nextInt(1, 11) / 10.0;
      default -> 1 - random.nextDouble();
    };
  }
}
