// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Spend;
import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.testing.Deliveries;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refinement that goes back to the first wrong step. */
class BacktrackTests {

  private static final List<String> STEPS =
      List.of("1. There are 6 rows of 7.", "2. 6 * 7 = 41.", "The answer is \\boxed{41}.");
  private static final Solution SOLUTION =
      new Solution(
          ProblemFixture.solution(0, "").id(), String.join("\n\n", STEPS), STEPS, "41", 30);
  private static final Flawed FLAWED = new Flawed(1, "6 * 7 is 42", null);
  private static final String OTHER = "2. 6 * 7 = 42.";
  private static final String REST = "The answer is \\boxed{42}.";

  @Test
  void theWrongStepIsDrawnUntilItDiffersAndTheRestFollowsGreedily() {
    ScriptedModel model =
        ScriptedModel.replying(STEPS.get(1), STEPS.get(1), OTHER + "\n\nSo 40.", REST)
            .able(Capability.PREFILL);

    Drafted revised = refine(model, FLAWED);

    assertThat(revised.solution().text()).isEqualTo(String.join("\n\n", STEPS.get(0), OTHER, REST));
    assertThat(revised.solution().answer()).isEqualTo("42");
    assertThat(revised.how()).isEqualTo("kept to step 0, which came out differently in try 3");
    assertThat(revised.spend().step().calls()).isEqualTo(4);
    assertThat(model.requests())
        .extracting(request -> request.sampling().temperature())
        .containsExactly(1.0, 1.0, 1.0, 0.0);
    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
    assertThat(model.requests())
        .extracting(CompletionRequest::prompt)
        .allSatisfy(prompt -> assertThat(prompt.prefill()).startsWith(STEPS.get(0)));
  }

  @Test
  void eachTryIsADeliveryOfItsOwn() {
    ScriptedModel model =
        ScriptedModel.replying(STEPS.get(1), STEPS.get(1), OTHER + "\n\nSo 40.", REST)
            .able(Capability.PREFILL);
    Deliveries deliveries = new Deliveries();

    Drafted revised = deliveries.toTheEnd(() -> refine(model, FLAWED));

    assertThat(revised.how()).isEqualTo("kept to step 0, which came out differently in try 3");
    assertThat(revised.spend().step().calls()).isEqualTo(4);
    assertThat(model.requests()).hasSize(4);
    assertThat(deliveries.count()).isEqualTo(4);
  }

  @Test
  void aModelThatCannotGoOnIsShownTheStepsInstead() {
    ScriptedModel model = ScriptedModel.replying(OTHER, REST);

    assertThat(refine(model, FLAWED).solution().answer()).isEqualTo("42");
    assertThat(model.requests())
        .extracting(request -> request.prompt().prefill())
        .containsOnlyNulls();
  }

  @Test
  void whereNoTryDiffersNothingIsLost() {
    ScriptedModel model =
        ScriptedModel.replying(Collections.nCopies(8, STEPS.get(1)).toArray(String[]::new))
            .able(Capability.PREFILL);

    Drafted revised = refine(model, FLAWED);

    assertThat(revised.solution())
        .usingRecursiveComparison()
        .ignoringFields("reply")
        .isEqualTo(
            new Solution(SOLUTION.id().next(), SOLUTION.text(), STEPS, "41", SOLUTION.tokens()));
    assertThat(revised.how()).startsWith("the solution stays as it was: step 1");
    assertThat(revised.spend().step().calls()).isEqualTo(8);
  }

  /** Eight tries, what goes on from the last, and the one more that an unread reply is worth. */
  @Test
  void noRevisionTakesMoreThanTenCalls() {
    String[] replies = Collections.nCopies(10, "3. Hm.").toArray(String[]::new);
    Collections.nCopies(7, STEPS.get(1)).toArray(replies);
    replies[7] = OTHER;
    replies[8] = "3. Hm.";

    Drafted revised = refine(ScriptedModel.replying(replies), FLAWED);

    assertThat(revised.solution().answer()).isNull();
    assertThat(revised.how()).contains("in try 8", "states no answer");
    assertThat(revised.spend().step().calls()).isEqualTo(10);
  }

  @Test
  void whereThereIsNothingToKeepTheSolutionIsWrittenAnew() {
    Flawed first = new Flawed(0, "the rows are 5", null);
    Flawed somewhere = Flawed.somewhere("it cannot be", null);

    for (Flawed flawed : List.of(first, somewhere)) {
      ScriptedModel model = ScriptedModel.replying(REST);
      Drafted revised = refine(model, flawed);
      assertThat(revised.solution().text()).isEqualTo(REST);
      assertThat(model.prompts().getFirst()).contains("A reviewer objects", flawed.why());
      assertThat(revised.how())
          .isEqualTo(
              flawed == first
                  ? "written anew: before the first step there is nothing to keep"
                  : "written anew: the critique names no step to go back to");
    }
  }

  @Test
  void rewritingSaysNothingMore() {
    Refiner refiner = new Refiner(role(ScriptedModel.replying(REST), new GeneralProtocol()));

    assertThat(refiner.refine(criticised(FLAWED)).orElseThrow().how()).isNull();
  }

  @Test
  void aProtocolThatCannotGoBackIsRefusedAtTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Refiner(
                    role(ScriptedModel.replying(), ProblemFixture.protocol()),
                    RefineMode.BACKTRACK))
        .withMessageStartingWith("protocol: compact can ")
        .withMessageEndingWith("(expected: one that can backtrack)");
  }

  private static Drafted refine(ScriptedModel model, Flawed flawed) {
    return new Refiner(role(model, new GeneralProtocol()), RefineMode.BACKTRACK)
        .refine(criticised(flawed))
        .orElseThrow();
  }

  private static Criticised criticised(Flawed flawed) {
    return new Criticised(
        ProblemFixture.problem(),
        SOLUTION,
        flawed,
        "critic",
        Spend.first(ProblemFixture.USAGE).then(ProblemFixture.USAGE));
  }

  private static Role role(ScriptedModel model, Protocol protocol) {
    return new Role(model, protocol, 0.7, 1, 1_000, Duration.ofSeconds(5), ProblemFixture.CLOCK);
  }
}
