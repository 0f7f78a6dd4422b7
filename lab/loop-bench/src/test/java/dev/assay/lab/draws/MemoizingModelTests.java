// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import dev.assay.testing.ScriptedModel;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class MemoizingModelTests {

  private final ScriptedModel model = ScriptedModel.answering(prompt -> "to " + prompt);
  private final Semaphore gate = new Semaphore(1);
  private final MemoizingModel remembering = new MemoizingModel(model, gate);

  private String ask(String prompt, double temperature, long seed) {
    return remembering
        .complete(new CompletionRequest(Prompt.of(prompt), new Sampling(temperature, 1, seed), 9))
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
    MemoizingModel broken =
        new MemoizingModel(ScriptedModel.failing(new PermanentModelException("too long")), gate);

    assertThatThrownBy(
            () -> broken.complete(new CompletionRequest(Prompt.of("a"), Sampling.greedy(), 9)))
        .isInstanceOf(PermanentModelException.class)
        .hasMessage("too long");
    assertThat(gate.availablePermits()).isEqualTo(1);
  }
}
