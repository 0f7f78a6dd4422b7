// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.generator.core.Generator;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorWorkTests {

  private static final Failure FAILURE = new Failure(false, "no such model");

  private final DraftWork draft =
      new DraftWork(
          new Generator(
              new Role(
                  ScriptedModel.answering(_ -> ProblemFixture.written(ProblemFixture.RIGHT)),
                  ProblemFixture.protocol(),
                  0,
                  1,
                  256,
                  Duration.ofSeconds(1),
                  ProblemFixture.CLOCK)));

  @Test
  void anAttemptBecomesASolution() {
    List<? extends Event> events = done(draft.perform(ProblemFixture.attempt(3)));

    assertThat(events).singleElement().isInstanceOf(Drafted.class);
    assertThat(events.getFirst().subject()).isEqualTo(ProblemFixture.ID + "/3/0");
  }

  @Test
  void anAttemptThatIsGivenUpIsAbandonedWithTheReason() {
    assertThat(draft.giveUp(ProblemFixture.attempt(3), FAILURE))
        .isEqualTo(
            List.of(
                new Abandoned(
                    new AttemptId(ProblemFixture.ID, 3),
                    Stage.DRAFTING,
                    "no such model",
                    Usage.NONE)));
  }

  private static List<? extends Event> done(TryResult outcome) {
    return ((TryResult.Done) outcome).events();
  }
}
