// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Stopping;
import dev.assay.critic.core.Critic;
import dev.assay.generator.core.Generator;
import dev.assay.lab.draws.pool.PoolSettings;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.draws.pool.Vote;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.refine.core.Refiner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Draws all that the loop could come to on one problem, with the cores of the services: they decide
 * what is asked, when a solution is refined and what it costs.
 */
final class PoolSampler {

  private final Problem problem;
  private final BenchProblem asked;
  private final PoolSettings settings;
  private final Generator generator;
  private final Critic critic;
  private final Refiner refiner;
  private final OutcomeVerdicts verdicts;
  private final Likelihoods likelihoods;

  private PoolSampler(StudyRoles all, PoolSettings settings, BenchProblem asked) {
    StudyRoles players = all.remembering();
    this.problem = problem(asked, settings);
    this.asked = asked;
    this.settings = settings;
    this.generator = new Generator(players.generator().role());
    this.critic = new Critic(players.critic().role());
    this.refiner = new Refiner(players.refiner().role());
    this.verdicts = new OutcomeVerdicts(players.verifier().role(), problem);
    this.likelihoods = Likelihoods.of(all.verifier().role(), problem);
  }

  /**
   * The same problem, players and settings draw the same.
   *
   * @throws dev.assay.roles.NoReplyException if a model gives no reply
   */
  static PooledProblem draw(StudyRoles players, PoolSettings settings, BenchProblem problem) {
    return new PoolSampler(players, settings, problem).draw();
  }

  private static Problem problem(BenchProblem asked, PoolSettings settings) {
    String name = asked.index() + " " + asked.question();
    return new Problem(
        new ProblemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
        asked.question(),
        policy(settings),
        ServiceRole.STILL.instant());
  }

  private static Policy policy(PoolSettings settings) {
    return new Policy(
        new Policy.Effort(settings.attempts(), settings.verifications(), settings.revisions()),
        Policy.DEFAULT.scoring(),
        Policy.DEFAULT.thresholds(),
        Duration.ofHours(1),
        Stopping.FIXED,
        Policy.ErrorRates.UNSET);
  }

  private PooledProblem draw() {
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Drafted> drafts =
          ParallelTasks.forAll(
              calls,
              IntStream.range(0, settings.votes()).boxed().toList(),
              number ->
                  generator.draft(
                      new AttemptEvent.Requested(problem, new AttemptId(problem.id(), number))));
      List<PooledAttempt> attempts =
          ParallelTasks.forAll(
              calls, drafts.subList(0, settings.attempts()), draft -> attempt(draft, calls));
      return new PooledProblem(
          asked.index(),
          asked.question(),
          asked.target(),
          attempts,
          drafts.stream().map(PoolSampler::vote).toList());
    }
  }

  private static Vote vote(Drafted draft) {
    return new Vote(draft.solution().answer(), draft.spend().step().calls());
  }

  private PooledAttempt attempt(Drafted draft, ExecutorService calls) {
    Criticised judged = critic.criticise(draft);
    List<Criticised> guided = refined(judged, critique -> critique);
    List<Criticised> blind = refined(judged, PoolSampler::blindly);
    List<Revision> outcomes =
        ParallelTasks.forAll(calls, guided, outcome -> revision(outcome, calls));
    List<Revision> controls =
        ParallelTasks.forAll(
            calls, blind.subList(1, blind.size()), outcome -> revision(outcome, calls));
    return new PooledAttempt(outcomes, controls);
  }

  /** The draft and all its revisions, each with its critique. */
  private List<Criticised> refined(Criticised draft, UnaryOperator<Criticised> handedOn) {
    List<Criticised> revisions = new ArrayList<>(List.of(draft));
    Optional<Drafted> next = refiner.refine(handedOn.apply(draft));
    while (next.isPresent()) {
      revisions.add(critic.criticise(next.get()));
      next = refiner.refine(handedOn.apply(revisions.getLast()));
    }
    return revisions;
  }

  /** The same judgement, but of a step of chance, and with nothing to put in its place. */
  private static Criticised blindly(Criticised judged) {
    if (!(judged.critique() instanceof Flawed)) {
      return judged;
    }
    Solution solution = judged.solution();
    SplittableRandom random = new SplittableRandom(solution.id().toString().hashCode());
    int step = random.nextInt(Math.max(1, solution.steps().size()));
    return new Criticised(
        judged.problem(),
        solution,
        new Flawed(step, "a step of chance", null),
        judged.model(),
        judged.spend());
  }

  private Revision revision(Criticised judged, ExecutorService calls) {
    Solution solution = judged.solution();
    List<OutcomeVerdicts.Given> given =
        solution.answer() == null
            ? List.of()
            : verdicts.on(solution, settings.verifications(), calls);
    return new Revision(
        solution.steps(),
        solution.answer(),
        solution.tokens(),
        judged.spend().attempt().calls(),
        judged.critique(),
        given.stream().mapToDouble(OutcomeVerdicts.Given::pass).toArray(),
        given.stream().mapToInt(OutcomeVerdicts.Given::calls).toArray(),
        likelihoods.of(solution));
  }
}
