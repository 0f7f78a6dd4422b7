// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionSamplingTests {

  private static final TextExample ONE = new TextExample("S1>", "#1.", 1);
  private static final TextExample TWO = new TextExample("S2>", "#2.", 1);

  @Test
  void samplesWithTheRightVerdictAreKept() {
    List<PolicySample> samples =
        List.of(new PolicySample(ONE, "b#1."), new PolicySample(TWO, "b#1."));

    List<TextExample> kept =
        RejectionSampling.kept(
            samples, PolicySample::completion, sample -> "b" + sample.question().completion());

    assertThat(kept).containsExactly(new TextExample("S1>", "b#1.", 1));
  }

  @Test
  void whatWasGotWrongIsCorrected() {
    List<PolicySample> samples =
        List.of(
            new PolicySample(ONE, "#1."),
            new PolicySample(TWO, "#1."),
            new PolicySample(TWO, "a1=1#2."));

    assertThat(RejectionSampling.corrections(samples)).containsExactly(TWO, TWO);
  }
}
