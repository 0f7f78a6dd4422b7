// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.training.data.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionSamplingTests {

  private static final Example ONE = new Example("S1>", "#1.", 1);
  private static final Example TWO = new Example("S2>", "#2.", 1);

  @Test
  void samplesWithTheRightVerdictAreKept() {
    List<Sample> samples = List.of(new Sample(ONE, "b#1."), new Sample(TWO, "b#1."));

    List<Example> kept =
        RejectionSampling.kept(
            samples, Sample::completion, sample -> "b" + sample.question().completion());

    assertThat(kept).containsExactly(new Example("S1>", "b#1.", 1));
  }

  @Test
  void whatWasGotWrongIsCorrected() {
    List<Sample> samples =
        List.of(new Sample(ONE, "#1."), new Sample(TWO, "#1."), new Sample(TWO, "a1=1#2."));

    assertThat(RejectionSampling.corrections(samples)).containsExactly(TWO, TWO);
  }
}
