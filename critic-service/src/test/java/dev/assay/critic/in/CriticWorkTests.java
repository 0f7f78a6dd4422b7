// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.critic.core.Critic;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticWorkTests {

  private static final Drafted DRAFTED = ProblemFixture.drafted(ProblemFixture.RIGHT);

  private final CriticWork work =
      new CriticWork(
          new Critic(
              new Role(
                  ScriptedModel.answering(_ -> ProblemFixture.written(ProblemFixture.RIGHT)),
                  ProblemFixture.protocol(),
                  0,
                  1,
                  256,
                  Duration.ofSeconds(1),
                  ProblemFixture.CLOCK)));

  @Test
  void aSolutionBecomesACritique() {
    List<? extends Event> events = ((TryResult.Done) work.perform(DRAFTED)).events();

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            Criticised.class, each -> assertThat(each.critique()).isEqualTo(new Sound()));
    assertThat(events.getFirst().subject()).isEqualTo(DRAFTED.subject());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSolutionThatCannotBeCriticisedGoesOnUnjudged(boolean late) {
    assertThat(work.giveUp(DRAFTED, new Failure(late, "no such model")))
        .singleElement()
        .isInstanceOfSatisfying(
            Criticised.class,
            each -> {
              assertThat(each.critique()).isEqualTo(new Unreadable("no such model"));
              assertThat(each.solution()).isEqualTo(DRAFTED.solution());
              assertThat(each.wantsRevision()).isFalse();
            });
  }

  @Test
  void aSolutionThatFitsIntoNoRecordWithAJudgementIsAbandoned() {
    assertThat(work.giveUp(DRAFTED, new Failure(false, true, "too large")))
        .singleElement()
        .isEqualTo(
            new Abandoned(
                DRAFTED.solution().id().attempt(),
                Stage.CRITICISM,
                "too large",
                DRAFTED.spend().attempt()));
  }
}
