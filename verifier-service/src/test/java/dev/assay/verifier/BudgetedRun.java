// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Allowance;
import dev.assay.contracts.Answer;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.contracts.VerificationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One problem with a budget of calls, with workers that keep their allowance, and otherwise say and
 * cost what chance wants; what they say arrives in any order, some of it together, some twice.
 */
final class BudgetedRun {

  private static final int MOST_TOGETHER = 3;

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
  private final Problem problem;
  private final Random random;
  private final List<Event> underWay = new ArrayList<>();
  private final Map<SolutionId, Integer> verdicts = new LinkedHashMap<>();
  private final Map<Integer, @Nullable String> ended = new LinkedHashMap<>();
  private int attempts;
  private int spent;
  private int heard;

  BudgetedRun(Policy policy, Random random) {
    this.problem =
        new Problem(
            new ProblemId(new UUID(random.nextLong(), random.nextLong())),
            "4*6",
            policy,
            Instant.now());
    this.random = random;
  }

  /** Until the problem is settled, or nothing more can arrive. */
  void play() {
    underWay.add(new Submitted(problem));
    while (store.answer == null && !underWay.isEmpty()) {
      Collections.shuffle(underWay, random);
      int together = Math.min(underWay.size(), 1 + random.nextInt(MOST_TOGETHER));
      List<Event> arriving = underWay.subList(0, together);
      Event[] events = arriving.toArray(Event[]::new);
      arriving.clear();
      store.take(Integer.MAX_VALUE, events);
      if (random.nextInt(5) == 0) {
        store.take(Integer.MAX_VALUE, events);
      }
      work();
    }
  }

  /** Whoever is asked answers; the answer is then on its way. */
  private void work() {
    for (; heard < store.published.size(); heard++) {
      switch (store.published.get(heard)) {
        case AttemptEvent.Requested asked -> attempt(asked.attempt());
        case VerificationEvent.Requested asked -> verify(asked);
        default -> throw new AssertionError("nobody works " + store.published.get(heard).type());
      }
    }
  }

  private void attempt(AttemptId attempt) {
    attempts++;
    Usage draft = pay(1);
    if (random.nextInt(5) == 0) {
      // A call that was refused costs nothing.
      Usage cost = random.nextBoolean() ? Usage.NONE : draft;
      spent -= draft.calls() - cost.calls();
      ended.put(attempt.number(), null);
      underWay.add(new Abandoned(attempt, Stage.DRAFTING, "away", cost));
      return;
    }
    Solution solution = solution(new SolutionId(attempt, 0));
    Spend spend = Spend.first(draft);
    underWay.add(new Drafted(problem, solution, "generator", spend));
    while (true) {
      Usage step = may(spend) ? pay(1) : Usage.NONE;
      spend = spend.then(step);
      Critique critique =
          step.calls() == 0
              ? new Critique.Unreadable("the budget does not allow for another call")
              : random.nextBoolean() ? new Critique.Sound() : new Critique.Flawed(0, "no", null);
      Criticised criticised = new Criticised(problem, solution, critique, "critic", spend);
      underWay.add(criticised);
      if (!criticised.wantsRevision()) {
        ended.put(attempt.number(), solution.answer());
        if (solution.answer() != null) {
          verdicts.put(solution.id(), 0);
        }
        return;
      }
      spend = spend.then(pay(1));
      solution = solution(new SolutionId(attempt, solution.id().revision() + 1));
      underWay.add(new Drafted(problem, solution, "refiner", spend));
    }
  }

  private boolean may(Spend spend) {
    return Allowance.ofAttempt(problem.policy(), spend.attempt()).buys();
  }

  private Solution solution(SolutionId id) {
    String answer = random.nextInt(6) == 0 ? null : String.valueOf(random.nextInt(2));
    return new Solution(id, "so " + answer, List.of("so"), answer, 5);
  }

  private void verify(VerificationEvent.Requested asked) {
    verdicts.merge(asked.verification().solution(), 1, Integer::sum);
    boolean away = random.nextInt(8) == 0;
    Verdict verdict =
        away
            ? new Verdict.NoVerdict(Verdict.Reason.UNAVAILABLE, "away")
            : random.nextBoolean() ? new Verdict.Correct(1) : new Verdict.FirstError(0, "no");
    underWay.add(
        new Returned(asked.verification(), verdict, "verifier", away ? Usage.NONE : pay(1)));
  }

  private Usage pay(int calls) {
    spent += calls;
    return new Usage(calls, 6L * calls, 4L * calls, 0);
  }

  @Nullable Answer answer() {
    return store.answer;
  }

  int budget() {
    return Objects.requireNonNull(Objects.requireNonNull(problem.policy().budget()).calls());
  }

  int spent() {
    return spent;
  }

  int left() {
    return budget() - spent;
  }

  Map<SolutionId, Integer> verdictsAsked() {
    return verdicts;
  }

  /** Whether it was not the policy that wanted no more. */
  boolean endedByBudget() {
    return store.answer != null
        && store.answer.warnings().stream()
            .anyMatch(each -> each.code().equals("budget_exhausted"));
  }

  /** What the least costs that the policy allows and that could make the answer better. */
  int cheapestUsefulCalls() {
    boolean verdict =
        verdicts.values().stream().anyMatch(asked -> asked < problem.policy().verifications());
    if (verdict) {
      return 1;
    }
    if (attempts >= problem.policy().attempts()) {
      return Integer.MAX_VALUE;
    }
    // An answer that nobody verified is better than none, and worth nothing beside others.
    int attempt = Allowance.attemptCalls(problem.policy());
    return verdicts.isEmpty() ? attempt : attempt + 1;
  }
}
