// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerificationId;
import dev.assay.model.Capability;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledVerdictsTests {

  @Test
  void aVerdictThatTheModelWasMadeToGiveIsOfAnotherVersion() {
    ScriptedModel model =
        ScriptedModel.replying("I see no mistake.", "-1}", "\\box{STEP-1}\nWhy: it holds")
            .able(Capability.PREFILL);
    SampledVerdicts source =
        new SampledVerdicts(
            new Role(
                model,
                new GeneralProtocol(),
                0.7,
                1,
                500,
                Duration.ofSeconds(5),
                ProblemFixture.CLOCK));

    Returned forced = new Verifier(source).verify(requested(0));
    Returned own = new Verifier(source).verify(requested(1));

    assertThat(forced.verdict()).isEqualTo(new Correct(1));
    assertThat(forced.forced()).isTrue();
    assertThat(forced.model()).isEqualTo(source.version() + "+forced");
    assertThat(own.verdict()).isEqualTo(new Correct(1));
    assertThat(own.forced()).isNull();
    assertThat(own.model()).isEqualTo(source.version());
  }

  private static Requested requested(int number) {
    Solution outcome =
        new Solution(
            ProblemFixture.solution(0, "").id(), "It is 24.", List.of("It is 24."), "24", 5);
    return new Requested(
        ProblemFixture.problem(), new VerificationId(outcome.id(), number), outcome);
  }
}
