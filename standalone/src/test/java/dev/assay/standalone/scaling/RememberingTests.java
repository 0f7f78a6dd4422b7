// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.inference.api.CompletionRequest;
import dev.assay.inference.api.PermanentModelException;
import dev.assay.inference.api.Sampling;
import dev.assay.testing.ScriptedModel;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class RememberingTests {

  private final ScriptedModel model = ScriptedModel.answering(prompt -> "to " + prompt);
  private final Semaphore gate = new Semaphore(1);
  private final Remembering remembering = new Remembering(model, gate);

  private String ask(String prompt, double temperature, long seed) {
    return remembering
        .complete(new CompletionRequest(prompt, new Sampling(temperature, 1, seed), 9))
        .text();
  }

  @Test
  void aGreedyRequestIsMadeOnceWhateverItsSeed() {
    assertThat(ask("a", 0, 1)).isEqualTo("to a");
    assertThat(ask("a", 0, 2)).isEqualTo("to a");
    assertThat(ask("b", 0, 1)).isEqualTo("to b");

    assertThat(model.prompts()).containsExactly("a", "b");
  }

  @Test
  void aSampledRequestIsMadeOnceForEachSeed() {
    ask("a", 0.7, 1);
    ask("a", 0.7, 2);
    ask("a", 0.7, 1);
    ask("a", 0.8, 1);

    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void aFailureIsHandedOnAsItCame() {
    Remembering broken =
        new Remembering(ScriptedModel.failing(new PermanentModelException("too long")), gate);

    assertThatThrownBy(() -> broken.complete(new CompletionRequest("a", Sampling.greedy(), 9)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessage("too long");
    assertThat(gate.availablePermits()).isEqualTo(1);
  }
}
