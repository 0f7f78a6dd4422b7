// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.model.examples.TextExample;
import org.junit.jupiter.api.Test;

class PolicySampleTests {

  private static PolicySample sample(String completion) {
    return new PolicySample(new TextExample("S>", "a9*5=54b54-3=24#24.", 1), completion);
  }

  @Test
  void everyCharacterOfARightSampleIsRight() {
    assertThat(sample("a9*5=54b54-3=24#24.").right()).isTrue();
    assertThat(sample("a9*5=54b54-3=24#24").right()).isFalse();
    assertThat(sample("a9*5=54#24.").right()).isFalse();
  }

  @Test
  void anAnswerCountsWhateverStandsBeforeIt() {
    assertThat(sample("a1#24.").answered()).isTrue();
    assertThat(sample("a9*5=54b54-3=24#42.").answered()).isFalse();
    assertThat(sample("a9*5=54b54-3=24#24").answered()).isFalse();
    assertThat(sample("a9*5=54b").answered()).isFalse();
    assertThat(sample("").answered()).isFalse();
  }

  @Test
  void itsOwnCompletionIsWhatIsWeighed() {
    assertThat(sample("#1.").weighted(-0.5)).isEqualTo(new TextExample("S>", "#1.", -0.5));
  }
}
