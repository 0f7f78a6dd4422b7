// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services behind the gateway would publish for a problem of two attempts: the first is
 * refined once and verified twice, the second is abandoned.
 */
public final class ScriptedLoop {

  public static final Usage CALL = new Usage(1, 10, 5, 100);

  private final Problem problem;

  public ScriptedLoop(Problem problem) {
    this.problem = problem;
  }

  private AttemptId attempt(int number) {
    return new AttemptId(problem.id(), number);
  }

  /** The solution that is verified. */
  public SolutionId finalSolution() {
    return new SolutionId(attempt(0), 1);
  }

  /** 9 events, without the submission and the settlement. */
  public List<Event> work() {
    Solution draft =
        new Solution(new SolutionId(attempt(0), 0), "2+2\n=5", List.of("2+2", "=5"), "5", 5);
    Solution revised = new Solution(finalSolution(), "2+2\n=4", List.of("2+2", "=4"), "4", 5);
    Spend first = Spend.first(CALL);
    Spend second = first.then(CALL);
    Spend third = second.then(CALL);
    Critique flawed = new Critique.Flawed(1, "not 5", "=4");
    List<Event> events = new ArrayList<>();
    events.add(new AttemptEvent.Requested(problem, attempt(0)));
    events.add(new AttemptEvent.Requested(problem, attempt(1)));
    events.add(new Drafted(problem, draft, "writer", first));
    events.add(new Criticised(problem, draft, flawed, "critic", second));
    events.add(new Drafted(problem, revised, "writer", third));
    events.add(new Criticised(problem, revised, new Critique.Sound(), "critic", third.then(CALL)));
    events.add(
        new VerdictEvent.Abandoned(attempt(1), VerdictEvent.Stage.DRAFTING, "model away", CALL));
    events.add(verdict(revised, 0, new Verdict.Correct(1)));
    events.add(verdict(revised, 1, new Verdict.NoVerdict(Verdict.Reason.UNREADABLE, "er\u0000m")));
    return events;
  }

  public VerificationEvent.Requested verificationRequested(int number) {
    Solution outcome = new Solution(finalSolution(), "2+2\n=4", List.of("=4"), "4", 5);
    return new VerificationEvent.Requested(
        problem, new VerificationId(finalSolution(), number), outcome);
  }

  private static Event verdict(Solution solution, int number, Verdict verdict) {
    return new VerdictEvent.Returned(
        new VerificationId(solution.id(), number), verdict, "judge", CALL);
  }

  /** The end that fits the work. */
  public AnswerEvent.Settled verified() {
    JudgedSolution judged = new JudgedSolution(finalSolution(), true, 2, 1, 1, 5);
    AnswerGroup group =
        new AnswerGroup("4", List.of(judged), null, null, Map.of(SelectionRule.PESSIMISTIC, 0.8));
    return settled(Status.VERIFIED, "4", List.of(group), 1, false);
  }

  /** Another end. */
  public AnswerEvent.Settled ended(Status status, boolean late) {
    return settled(status, null, List.of(), 0, late);
  }

  private AnswerEvent.Settled settled(
      Status status, @Nullable String text, List<AnswerGroup> groups, int abandoned, boolean late) {
    Policy policy = problem.policy();
    Answer answer =
        new Answer(
            status,
            text,
            new Answer.Rationale("because the script says so", null),
            new Answer.Support(policy.rule(), groups.isEmpty() ? null : 0.8, null, null, null),
            new Answer.Work(
                policy.attempts(),
                policy.verifications(),
                policy.attempts(),
                groups.isEmpty() ? 0 : 1,
                abandoned,
                0,
                late),
            new Answer.Ranking(groups, Map.of(SelectionRule.MAJORITY, "4")),
            new Usage(7, 70, 35, 700),
            problem.submittedAt().plusMillis(900));
    return new AnswerEvent.Settled(problem.id(), answer);
  }
}
