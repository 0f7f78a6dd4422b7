// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.prompts.Draft;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reply that says nothing readable is brought to an end by a model that can go on with it. */
class ForcedEndingTests {

  private static final GeneralProtocol PROTOCOL = new GeneralProtocol();
  private static final Problem PROBLEM = ProblemFixture.problem();
  private static final Solution SOLUTION =
      new Solution(
          ProblemFixture.solution(0, "").id(),
          "6*7 = 42\n\nSo 42 apples.",
          List.of("6*7 = 42", "So 42 apples."),
          "42",
          9);
  private static final String RAMBLING = "I looked at it. The first step seems fine to me.";

  @Test
  void aVerdictThatCanBeHadIsNotBoughtAgain() {
    ScriptedModel model =
        ScriptedModel.replying(RAMBLING, "1}").able(Capability.PREFILL, Capability.CHOICES);

    Finding<Critique> finding = criticised(model, true);

    assertThat(finding.value()).hasValueSatisfying(said -> assertThat(at(said)).isEqualTo(1));
    assertThat(finding.forced()).isTrue();
    assertThat(finding.reply()).isEqualTo(RAMBLING);
    CompletionRequest ending = model.requests().getLast();
    assertThat(ending.prompt().prefill()).isEqualTo(RAMBLING + "\n\n\\box{STEP");
    assertThat(ending.prompt().choices()).containsExactly("-1}", "0}", "1}");
    assertThat(ending.sampling().temperature()).isZero();
    assertThat(ending.maxTokens()).isLessThan(32);
    assertThat(finding.usage().calls()).isEqualTo(2);
  }

  @Test
  void whereTheServerCannotBeHeldToChoicesTheEndIsFree() {
    ScriptedModel model = ScriptedModel.replying(RAMBLING, "-1}").able(Capability.PREFILL);

    assertThat(criticised(model, true).value()).contains(new Critique.Sound());
    assertThat(model.requests().getLast().prompt().choices()).isEmpty();
  }

  @Test
  void anEndThatSaysNothingEitherIsNoVerdictAndTheReplyIsTheEvidence() {
    ScriptedModel model = ScriptedModel.replying(RAMBLING, "maybe").able(Capability.PREFILL);

    Finding<Critique> finding = criticised(model, true);

    assertThat(finding.value()).isEmpty();
    assertThat(finding.forced()).isFalse();
    assertThat(finding.reply()).isEqualTo(RAMBLING);
    assertThat(finding.usage().calls()).isEqualTo(2);
  }

  @Test
  void nothingIsForcedWhereTheProblemForbidsItOrTheModelCannotGoOn() {
    ScriptedModel forbidden = ScriptedModel.replying(RAMBLING, RAMBLING).able(Capability.PREFILL);
    ScriptedModel unable = ScriptedModel.replying(RAMBLING, RAMBLING);

    for (ScriptedModel model : List.of(forbidden, unable)) {
      assertThat(criticised(model, model != forbidden).value()).isEmpty();
      assertThat(model.requests())
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.prompt().prefill()).isNull());
    }
  }

  @Test
  void theProblemsPolicySaysWhetherItAllowsThem() {
    Policy forbidding =
        PolicyOverrides.NONE.withConduct(new PolicyOverrides.Conduct(false)).over(PROBLEM.policy());
    Problem strict =
        new Problem(PROBLEM.id(), PROBLEM.question(), forbidding, PROBLEM.submittedAt());

    assertThat(Terms.of(PROBLEM).forcedEndings()).isTrue();
    assertThat(Terms.of(strict).forcedEndings()).isFalse();
  }

  @Test
  void aSolutionWithoutAnAnswerIsContinuedOnce() {
    String solution = "1. There are 6 rows of 7.\n\n2. 6 * 7 = 42 trees in all.";
    ScriptedModel model = ScriptedModel.replying(solution, "42}").able(Capability.PREFILL);

    Finding<Draft> finding =
        role(model).ask(PROTOCOL.solve("How many trees?"), "id", Terms.of(PROBLEM));

    assertThat(finding.forced()).isTrue();
    assertThat(finding.value())
        .hasValueSatisfying(draft -> assertThat(draft.answer()).isEqualTo("42"));
    assertThat(finding.value().orElseThrow().text()).startsWith(solution);
  }

  private static int at(Critique critique) {
    return critique instanceof Flawed flawed ? flawed.step().orElse(-2) : -1;
  }

  private static Finding<Critique> criticised(ScriptedModel model, boolean allowed) {
    return role(model)
        .ask(
            PROTOCOL.criticise("How many apples?", SOLUTION),
            "id",
            new Terms(PROBLEM.deadline(), allowed));
  }

  private static Role role(ScriptedModel model) {
    return new Role(model, PROTOCOL, 0.7, 1, 1_000, Duration.ofSeconds(5), ProblemFixture.CLOCK);
  }
}
