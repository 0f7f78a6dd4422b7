// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.Model;
import dev.assay.model.TokenLikelihoods;
import dev.assay.model.TokenLikelihoods.Token;
import dev.assay.prompts.CanonicalProtocol;
import dev.assay.prompts.CanonicalText;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.testing.ScriptedReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodRoleTests {

  private static final CanonicalProtocol COMPACT = (CanonicalProtocol) ProblemFixture.protocol();
  private static final CanonicalText RIGHT =
      COMPACT.canonical(ProblemFixture.QUESTION, ProblemFixture.solution(0, ProblemFixture.RIGHT));

  @Test
  void theStepThatTheModelDoubtsIsTheLeastLikely() {
    StepLikelihoods steps = read(ScriptedReader.expecting(RIGHT.text(), 0.01)).steps();

    // The fixture's slip is in line c.
    assertThat(steps.leastLikely()).isEqualTo(2);
    assertThat(steps.least()).isCloseTo(Math.log(0.01), within(1e-12));
    assertThat(steps.logProbabilities())
        .hasSameSizeAs(ProblemFixture.solution(0, ProblemFixture.WRONG).steps());
  }

  @Test
  void oneCallReadsEverythingAndGeneratesNothing() {
    ScriptedReader model = ScriptedReader.expecting(RIGHT.text(), 0.01);

    LikelihoodRole.Read read = read(model);

    assertThat(model.read()).hasSize(1);
    int length = model.read().getFirst().length();
    assertThat(read.usage().calls()).isEqualTo(1);
    assertThat(read.usage().promptTokens()).isEqualTo(length);
    assertThat(read.usage().completionTokens()).isZero();
  }

  @Test
  void aStepIsAsLikelyAsItsLeastLikelyToken() {
    CanonicalText canonical = new CanonicalText("S>", "a12b3.", List.of(4, 6));
    TokenLikelihoods tokens =
        new TokenLikelihoods(
            List.of(
                new Token("a1", -0.1),
                new Token("", -3),
                new Token("2b", -2),
                new Token("3", 0),
                new Token(".", -0.5)),
            2);

    assertThat(StepLikelihoods.of(canonical, tokens).logProbabilities())
        .containsExactly(-3.0, -0.5);
  }

  @Test
  void theFirstOfEquallyUnlikelyStepsIsTaken() {
    assertThat(new StepLikelihoods(List.of(-1.0, -2.0, -2.0)).leastLikely()).isEqualTo(1);
  }

  @Test
  void itsVersionIsNotThatOfSampledVerdicts() {
    Role sampling = role(ScriptedReader.expecting("", 0.5), COMPACT);

    assertThat(LikelihoodRole.of(sampling).version())
        .isEqualTo("scripted/compact/likelihood")
        .isNotEqualTo(sampling.version());
  }

  @Test
  void aModelThatOnlyWritesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LikelihoodRole.of(role(ScriptedModel.replying(), COMPACT)))
        .withMessageStartingWith("model scripted cannot say how likely it finds a text (expected:");
  }

  @Test
  void aStyleWithManySpellingsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LikelihoodRole.of(role(ScriptedReader.expecting("", 0.5), new GeneralProtocol())))
        .withMessageStartingWith("protocol general has many spellings of one solution");
  }

  private static LikelihoodRole.Read read(ScriptedReader model) {
    return LikelihoodRole.of(role(model, COMPACT))
        .read(
            ProblemFixture.QUESTION,
            ProblemFixture.solution(0, ProblemFixture.WRONG),
            ProblemFixture.problem().deadline());
  }

  private static Role role(Model model, Protocol protocol) {
    return new Role(model, protocol, 0.7, 1, 256, Duration.ofSeconds(7), ProblemFixture.CLOCK);
  }
}
