// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.deepcritic.DeepCriticProtocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.NoReplyException;
import dev.assay.roles.Role;
import dev.assay.testing.Deliveries;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several judgements of one solution, of which the most common one counts. */
class CriticVotesTests {

  private static final Drafted RIGHT = ProblemFixture.drafted(ProblemFixture.RIGHT);
  private static final Drafted TASK =
      new Drafted(
          RIGHT.problem(),
          new Solution(
              RIGHT.solution().id(), "a b c", List.of("First.", "Second.", "Third."), "24", 20),
          "author",
          RIGHT.spend());

  /** The votes by the protocol's numbers, and how the solution is judged. */
  @ParameterizedTest
  @CsvSource({
    "2 2 3, step 1",
    "3 2 3, step 2",
    "-1 -1 2, sound",
    "-1 2 -1 2, step 1",
    "3 1 -1, step 0",
    "-1 -1 -1, sound",
    "? 3 ? 3 2, step 2",
    "? ? 1, step 0",
    "? ? ?, unreadable"
  })
  void theMostCommonStepIsTheFirstWrongOne(String votes, String expected) {
    List<String> said = List.of(votes.split(" "));
    // What cannot be read is asked for once more.
    ScriptedModel model =
        ScriptedModel.replying(
            said.stream()
                .flatMap(
                    each -> each.equals("?") ? Stream.of("Hm.", "Hm.") : Stream.of(reply(each)))
                .toArray(String[]::new));

    Criticised criticised = critic(model, said.size()).criticise(TASK);

    assertThat(word(criticised.critique())).isEqualTo(expected);
    assertThat(criticised.spend().step().calls()).isEqualTo(model.requests().size());
  }

  private static String reply(String step) {
    return "Step %s is what I looked at.\n\n**Answer**: \\boxed{%s}".formatted(step, step);
  }

  private static String word(Critique critique) {
    return switch (critique) {
      case Sound _ -> "sound";
      case Flawed flawed -> "step " + flawed.firstError();
      case Unreadable _ -> "unreadable";
    };
  }

  @Test
  void theReasonIsThatOfAVoteThatWonAndSaysHowManyDid() {
    Criticised criticised =
        critic(ScriptedModel.replying(reply("3"), reply("2"), reply("2")), 3).criticise(TASK);

    assertThat(criticised.critique())
        .isEqualTo(new Flawed(1, "(2 of 3 votes) Step 2 is what I looked at.", null));
  }

  @Test
  void eachVoteIsADrawOfItsOwn() {
    ScriptedModel model = ScriptedModel.answering(_ -> reply("2"));

    critic(model, 4).criticise(TASK);

    assertThat(model.requests())
        .hasSize(4)
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsKnownWithoutAModelIsNotVotedOn() {
    ScriptedModel model = ScriptedModel.replying();
    Solution sum =
        new Solution(RIGHT.solution().id(), "x", List.of("She has 48 / 2 = 25 left."), "25", 9);

    Criticised criticised =
        new Critic(role(model, new GeneralProtocol(), 1), 3)
            .criticise(new Drafted(RIGHT.problem(), sum, "author", RIGHT.spend()));

    assertThat(criticised.critique()).isInstanceOf(Flawed.class);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void withoutAnyVoteTheFailureIsToldAsItIs() {
    PermanentModelException refused = new PermanentModelException("no such model");

    assertThatThrownBy(() -> critic(ScriptedModel.failing(refused), 3).criticise(TASK))
        .isInstanceOf(NoReplyException.class)
        .hasCause(refused);
  }

  @Test
  void eachVoteIsADeliveryOfItsOwn() {
    ScriptedModel model = ScriptedModel.replying(reply("3"), "Hm.", "Hm.", reply("2"), reply("2"));
    Deliveries deliveries = new Deliveries();

    Criticised criticised = deliveries.toTheEnd(() -> critic(model, 4).criticise(TASK));

    assertThat(word(criticised.critique())).isEqualTo("step 1");
    assertThat(criticised.spend().step().calls()).isEqualTo(5);
    assertThat(model.requests()).hasSize(5);
    assertThat(deliveries.count()).isEqualTo(5);
  }

  @Test
  void aVoteThatFailedIsMissingInAllDeliveriesAndPaidOnce() {
    List<String> prompts = new ArrayList<>();
    ScriptedModel model =
        ScriptedModel.answering(
            prompt -> {
              prompts.add(prompt);
              if (prompts.size() == 2) {
                throw new TransientModelException("away", null, Spent.ONE_CALL);
              }
              return reply("2");
            });

    Criticised criticised = new Deliveries().toTheEnd(() -> critic(model, 4).criticise(TASK));

    assertThat(criticised.critique())
        .isEqualTo(new Flawed(1, "(3 of 3 votes) Step 2 is what I looked at.", null));
    assertThat(criticised.spend().step().calls()).isEqualTo(4);
    assertThat(prompts).hasSize(4);
  }

  @Test
  void greedyVotesAreRefused() {
    Role greedy = role(ScriptedModel.replying(), new DeepCriticProtocol(), 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Critic(greedy, 8))
        .withMessageStartingWith("assay.critic.votes: 8 at temperature 0 (expected: 1,");
    assertThat(new Critic(greedy, 1)).isNotNull();
  }

  private static Critic critic(ScriptedModel model, int votes) {
    return new Critic(role(model, new DeepCriticProtocol(), 1), votes);
  }

  private static Role role(ScriptedModel model, CriticisingProtocol protocol, double temperature) {
    return new Role(
        model, protocol, temperature, 0.9, 256, Duration.ofSeconds(1), ProblemFixture.CLOCK);
  }
}
