// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.FinishReason;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Usage;
import dev.assay.model.PermanentModelException;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticTests {

  private static final Drafted RIGHT = ProblemFixture.drafted(ProblemFixture.RIGHT);
  private static final Drafted WRONG = ProblemFixture.drafted(ProblemFixture.WRONG);
  private static final String REPLY = ProblemFixture.written(ProblemFixture.RIGHT);

  @Test
  void aSolutionThatIsDerivedAgainIsSound() {
    ScriptedModel model = ScriptedModel.replying(REPLY);

    Criticised criticised = critic(model).criticise(RIGHT);

    assertThat(criticised.critique()).isEqualTo(new Sound());
    assertThat(criticised.wantsRevision()).isFalse();
    assertThat(criticised.problem()).isEqualTo(RIGHT.problem());
    assertThat(criticised.solution()).isEqualTo(RIGHT.solution());
    assertThat(criticised.model()).isEqualTo("scripted");
    assertThat(model.prompts()).containsExactly("S" + ProblemFixture.COMPACT + ">");
  }

  @Test
  void aWrongStepIsNamedWithACorrection() {
    Criticised criticised = critic(ScriptedModel.replying(REPLY)).criticise(WRONG);

    Flawed flawed = (Flawed) criticised.critique();
    assertThat(flawed.firstError()).isEqualTo(2);
    assertThat(flawed.suggestion()).isEqualTo("1+45=46");
    assertThat(criticised.wantsRevision()).isTrue();
  }

  @Test
  void falseArithmeticInProseIsFlaggedWithoutAskingAModel() {
    ScriptedModel model = ScriptedModel.replying("never asked");
    Role role =
        new Role(
            model, new GeneralProtocol(), 0, 1, 64, Duration.ofSeconds(1), ProblemFixture.CLOCK);

    Criticised criticised = new Critic(role).criticise(prose("She has 48 / 2 = 25 left."));

    Flawed flawed = (Flawed) criticised.critique();
    assertThat(flawed.firstError()).isEqualTo(1);
    assertThat(flawed.suggestion()).contains("24");
    assertThat(criticised.model()).isEqualTo("exact arithmetic");
    assertThat(criticised.spend().step()).isEqualTo(Usage.NONE);
    assertThat(model.prompts()).isEmpty();
  }

  @Test
  void proseWithoutFalseArithmeticIsTheModelsToJudge() {
    ScriptedModel model = ScriptedModel.replying("\\box{STEP-1}\nWhy: it holds");
    Role role =
        new Role(
            model, new GeneralProtocol(), 0, 1, 64, Duration.ofSeconds(1), ProblemFixture.CLOCK);

    Criticised criticised = new Critic(role).criticise(prose("She has 48 / 2 = 24 left."));

    assertThat(criticised.critique()).isEqualTo(new Sound());
    assertThat(model.prompts()).hasSize(1);
  }

  private static Drafted prose(String step) {
    Solution solution =
        new Solution(RIGHT.solution().id(), step, List.of("There are 48 eggs.", step), "24", 20);
    return new Drafted(RIGHT.problem(), solution, "author", RIGHT.spend());
  }

  @Test
  void anUnreadableReplyIsAskedForOnceMore() {
    ScriptedModel model = ScriptedModel.replying("y", REPLY);

    Criticised criticised = critic(model).criticise(RIGHT);

    assertThat(criticised.critique()).isEqualTo(new Sound());
    assertThat(criticised.spend().step().calls()).isEqualTo(2);
  }

  @Test
  void anUnreadableReplyIsNeitherSoundNorAFlaw() {
    Criticised criticised = critic(ScriptedModel.replying("y", "looks good")).criticise(WRONG);

    assertThat(criticised.critique())
        .isEqualTo(
            new Unreadable(
                "the lines tell nothing (expected: a derivation to its end); it begins: looks good"));
    assertThat(criticised.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(criticised.wantsRevision()).isFalse();
  }

  @Test
  void theCritiqueIsAddedToTheBillOfTheAttempt() {
    Criticised criticised = critic(ScriptedModel.replying(REPLY)).criticise(RIGHT);

    Usage step = criticised.spend().step();
    assertThat(step.calls()).isEqualTo(1);
    assertThat(step.completionTokens()).isEqualTo(REPLY.length());
    assertThat(criticised.spend().attempt()).isEqualTo(RIGHT.spend().attempt().plus(step));
  }

  @Test
  void aCriticThatIsAwayJudgesNothingAndCostsNothing() {
    Criticised criticised = critic(ScriptedModel.replying()).unjudged(WRONG, "no such model");

    assertThat(criticised.critique()).isEqualTo(new Unreadable("no such model"));
    assertThat(criticised.spend().step()).isEqualTo(Usage.NONE);
    assertThat(criticised.spend().attempt()).isEqualTo(WRONG.spend().attempt());
  }

  @Test
  void theCritiqueIsAnotherDrawThanTheSolution() {
    ScriptedModel model = ScriptedModel.answering(_ -> REPLY);
    Role role = role(model);

    critic(model).criticise(RIGHT);
    role.ask(
        role.able(SolvingProtocol.class).solve(ProblemFixture.QUESTION),
        RIGHT.solution().id().toString(),
        Terms.of(RIGHT.problem()));

    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
  }

  @Test
  void theModelsFailureIsNoJudgement() {
    PermanentModelException refused = new PermanentModelException("no such model");

    assertThatThrownBy(() -> critic(ScriptedModel.failing(refused)).criticise(RIGHT))
        .hasCause(refused);
  }

  private static Critic critic(ScriptedModel model) {
    return new Critic(role(model));
  }

  private static Role role(ScriptedModel model) {
    return new Role(
        model, ProblemFixture.protocol(), 0, 1, 256, Duration.ofSeconds(1), ProblemFixture.CLOCK);
  }
}
