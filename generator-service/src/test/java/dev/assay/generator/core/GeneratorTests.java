// SPDX-License-Identifier: Apache-2.0
package dev.assay.generator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Spend;
import dev.assay.model.TransientModelException;
import dev.assay.roles.NoReplyException;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GeneratorTests {

  private static final String REPLY = ProblemFixture.written(ProblemFixture.RIGHT);
  private static final String BROKEN_OFF = "a9*5=54b-1+";

  @Test
  void theReplyIsTheFirstSolutionOfTheAttempt() {
    ScriptedModel model = ScriptedModel.replying(REPLY);

    Drafted drafted = generator(model).draft(ProblemFixture.attempt(3));

    assertThat(drafted.problem()).isEqualTo(ProblemFixture.problem());
    assertThat(drafted.solution())
        .usingRecursiveComparison()
        .ignoringFields("reply")
        .isEqualTo(ProblemFixture.solution(0, ProblemFixture.RIGHT));
    assertThat(drafted.solution().reply())
        .returns(0.7, ReplyOrigin::temperature)
        .returns(true, ReplyOrigin::canonical);
    assertThat(drafted.model()).isEqualTo("scripted");
    assertThat(drafted.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(drafted.spend()).isEqualTo(Spend.first(drafted.spend().step()));
    assertThat(drafted.spend().step().calls()).isEqualTo(1);
    assertThat(model.prompts()).containsExactly("S" + ProblemFixture.COMPACT + ">");
  }

  @Test
  void aReplyWithoutAnAnswerIsAskedForOnceMore() {
    ScriptedModel model = ScriptedModel.replying(BROKEN_OFF, REPLY);

    Drafted drafted = generator(model).draft(ProblemFixture.attempt(3));

    assertThat(drafted.solution().answer()).isEqualTo("24");
    assertThat(drafted.spend().attempt().calls()).isEqualTo(2);
    assertThat(drafted.spend().attempt().completionTokens())
        .isEqualTo(BROKEN_OFF.length() + REPLY.length());
    assertThat(drafted.solution().tokens()).isEqualTo(REPLY.length());
  }

  @Test
  void aSecondReplyWithoutAnAnswerIsDraftedAsItIs() {
    ScriptedModel model = ScriptedModel.replying("a9*5=", BROKEN_OFF);

    Drafted drafted = generator(model).draft(ProblemFixture.attempt(3));

    assertThat(drafted.solution().answer()).isNull();
    assertThat(drafted.solution().text()).isEqualTo(ProblemFixture.written(BROKEN_OFF));
    assertThat(drafted.solution().steps()).containsExactly("9*5=45", "-1+");
    assertThat(drafted.spend().attempt().calls()).isEqualTo(2);
  }

  @Test
  void aModelThatSaysNothingTwiceHasDraftedNothing() {
    ScriptedModel model = ScriptedModel.replying("", " \n");

    assertThatThrownBy(() -> generator(model).draft(ProblemFixture.attempt(3)))
        .isInstanceOfSatisfying(
            NoReplyException.class, failure -> assertThat(failure.spent().calls()).isEqualTo(2))
        .hasMessageContaining("the model said nothing");
    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
  }

  @Test
  void aReplyThatIsTooLongForOneRecordIsAFailureWithABill() {
    String endless = "a1+1=2" + "b1+1=2".repeat(50_000) + "#2";
    Generator generator = generator(ScriptedModel.answering(_ -> endless));

    assertThatThrownBy(() -> generator.draft(ProblemFixture.attempt(3)))
        .isInstanceOfSatisfying(
            NoReplyException.class,
            failure -> {
              assertThat(failure.mayPass()).isFalse();
              assertThat(failure.spent().calls()).isOne();
            })
        .hasMessageContaining("the reply is longer than");
  }

  @Test
  void attemptsAreIndependentDrawsAndOneAttemptIsOne() {
    ScriptedModel model = ScriptedModel.answering(_ -> REPLY);
    Generator generator = generator(model);

    generator.draft(ProblemFixture.attempt(0));
    generator.draft(ProblemFixture.attempt(1));
    generator.draft(ProblemFixture.attempt(0));

    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .satisfies(seeds -> assertThat(seeds.get(0)).isEqualTo(seeds.get(2)))
        .satisfies(seeds -> assertThat(seeds.get(0)).isNotEqualTo(seeds.get(1)));
  }

  @Test
  void theModelsFailureIsNoSolution() {
    TransientModelException busy = new TransientModelException("busy");

    assertThatThrownBy(
            () -> generator(ScriptedModel.failing(busy)).draft(ProblemFixture.attempt(0)))
        .hasCause(busy);
  }

  private static Generator generator(ScriptedModel model) {
    return new Generator(
        new Role(
            model,
            ProblemFixture.protocol(),
            0.7,
            1,
            524_288,
            Duration.ofSeconds(1),
            ProblemFixture.CLOCK));
  }
}
