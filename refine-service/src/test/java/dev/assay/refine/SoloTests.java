// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent.Requested;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.critic.core.Critic;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.equality.answers.MathEquality;
import dev.assay.generator.core.Generator;
import dev.assay.model.Model;
import dev.assay.refine.core.Refiner;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The loop played solo: three cores and plain method calls, no Spring, no broker, no clock. */
class SoloTests {

  private static final String CORRECTED = "a9*5=54b-1+2=1c1+54=64";
  private static final String REST = "d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42";

  @Test
  void aWrongDraftIsFoundOutAndRewrittenUntilItIsSound() {
    List<Criticised> ends = play(ProblemFixture.problem(1, 1), weakSolver(1), strongCritic());

    Criticised end = ends.getFirst();
    assertThat(end.critique()).isEqualTo(new Sound());
    assertThat(end.solution().answer()).isEqualTo("24");
    assertThat(end.solution().id()).hasToString(ProblemFixture.ID + "/0/1");
    assertThat(end.spend().attempt().calls())
        .as("draft, critique, revision, critique")
        .isEqualTo(4);
  }

  @Test
  void everyAttemptComesToOneEnd() {
    List<Criticised> ends = play(ProblemFixture.problem(8, 1), weakSolver(3), strongCritic());

    assertThat(ends)
        .extracting(each -> each.solution().id().attempt().number())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(ends).noneMatch(Criticised::wantsRevision);
    assertThat(AnswerGroups.of(ends, each -> each.solution().answer(), new MathEquality()))
        .singleElement()
        .satisfies(group -> assertThat(group).hasSize(8));
  }

  @Test
  void withoutRevisionsAFlawIsTheEnd() {
    List<Criticised> ends = play(ProblemFixture.problem(1, 0), weakSolver(1), strongCritic());

    assertThat(ends.getFirst().critique()).isInstanceOf(Flawed.class);
    assertThat(ends.getFirst().solution().answer()).isEqualTo("25");
  }

  @Test
  void aStubbornRefinerStopsWhenTheRevisionsAreUsedUp() {
    Model stubborn =
        ScriptedModel.answering(
            prompt -> {
              if (prompt.endsWith(">")) {
                return ProblemFixture.written(ProblemFixture.RIGHT);
              }
              return prompt.endsWith(CORRECTED) ? REST.replace("42", "52") : "#52";
            });

    List<Criticised> ends = play(ProblemFixture.problem(1, 2), weakSolver(1), stubborn);

    assertThat(ends.getFirst().solution().id().revision()).isEqualTo(2);
    assertThat(ends.getFirst().critique()).isInstanceOf(Flawed.class);
    assertThat(ends.getFirst().spend().attempt().calls()).isEqualTo(6);
  }

  @Test
  void aRepeatedPerformanceIsTheSame() {
    assertThat(events(play(ProblemFixture.problem(4, 1), weakSolver(2), strongCritic())))
        .isEqualTo(events(play(ProblemFixture.problem(4, 1), weakSolver(2), strongCritic())));
  }

  private static List<String> events(List<Criticised> ends) {
    return ends.stream().map(each -> each.eventId() + each.solution().text()).toList();
  }

  /** The last critique of every attempt: what the verifier would take up. */
  private static List<Criticised> play(Problem problem, Model solver, Model judge) {
    Generator generator = new Generator(role(solver));
    Critic critic = new Critic(role(judge));
    Refiner refiner = new Refiner(role(judge));
    List<Criticised> ends = new ArrayList<>();
    for (int number = 0; number < problem.policy().attempts(); number++) {
      Requested attempt = new Requested(problem, new AttemptId(problem.id(), number));
      Criticised criticised = critic.criticise(generator.draft(attempt));
      Optional<Drafted> revision = refiner.refine(criticised);
      while (revision.isPresent()) {
        criticised = critic.criticise(revision.get());
        revision = refiner.refine(criticised);
      }
      ends.add(criticised);
    }
    return ends;
  }

  /** Wrong about one in so many. */
  private static Model weakSolver(int period) {
    AtomicInteger calls = new AtomicInteger();
    return ScriptedModel.answering(
        _ ->
            ProblemFixture.written(
                calls.incrementAndGet() % period == 0
                    ? ProblemFixture.WRONG
                    : ProblemFixture.RIGHT));
  }

  /** Derives everything right, and finishes what it is given to finish. */
  private static Model strongCritic() {
    return ScriptedModel.answering(
        prompt -> {
          if (prompt.endsWith(">")) {
            return ProblemFixture.written(ProblemFixture.RIGHT);
          }
          assertThat(prompt).endsWith(CORRECTED);
          return REST;
        });
  }

  private static Role role(Model model) {
    return new Role(
        model, ProblemFixture.protocol(), 0.7, 1, 256, Duration.ofSeconds(1), ProblemFixture.CLOCK);
  }
}
