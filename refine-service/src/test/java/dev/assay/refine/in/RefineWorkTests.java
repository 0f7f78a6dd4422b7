// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.messaging.Failure;
import dev.assay.messaging.TryResult;
import dev.assay.refine.core.Refiner;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefineWorkTests {

  private static final Flawed FLAW = new Flawed(2, "1+45 is not 47", "1+45=46");
  private static final Criticised FLAWED = ProblemFixture.criticised(ProblemFixture.WRONG, FLAW);
  private static final Failure FAILURE = new Failure(false, "no such model");

  private final RefineWork work =
      new RefineWork(
          new Refiner(
              new Role(
                  ScriptedModel.answering(_ -> "#42"),
                  ProblemFixture.protocol(),
                  0,
                  1,
                  256,
                  Duration.ofSeconds(1),
                  ProblemFixture.CLOCK)));

  /** The verifier takes these up. */
  static Stream<Criticised> forTheVerifier() {
    return Stream.of(
        ProblemFixture.criticised(ProblemFixture.RIGHT, new Sound()),
        ProblemFixture.criticised(ProblemFixture.WRONG, new Unreadable("hm")),
        ProblemFixture.criticised(1, ProblemFixture.WRONG, FLAW));
  }

  @Test
  void aCritiqueBecomesTheNextRevision() {
    assertThat(done(work.perform(FLAWED)))
        .singleElement()
        .isInstanceOfSatisfying(
            Drafted.class, each -> assertThat(each.solution().id().revision()).isEqualTo(1));
  }

  @ParameterizedTest
  @MethodSource("forTheVerifier")
  void critiquesForTheVerifierAreLeftToIt(Criticised criticised) {
    assertThat(done(work.perform(criticised))).isEmpty();
    assertThat(work.giveUp(criticised, FAILURE)).isEmpty();
  }

  @Test
  void anAttemptThatCannotBeRefinedIsAbandonedWithItsBill() {
    assertThat(work.giveUp(FLAWED, FAILURE))
        .isEqualTo(
            List.of(
                new Abandoned(
                    FLAWED.solution().id().attempt(),
                    Stage.REFINEMENT,
                    "no such model",
                    FLAWED.spend().attempt())));
  }

  private static List<? extends Event> done(TryResult outcome) {
    return ((TryResult.Done) outcome).events();
  }
}
