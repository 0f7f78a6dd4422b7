// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMixtureTests {

  private static final int DRAWS = 20_000;

  private static TaskMixture.Part part(String prompt, double share) {
    return new TaskMixture.Part(_ -> new TextExample(prompt, "#1.", 1), share);
  }

  @Test
  void tasksAreDrawnByTheirShares() {
    TaskMixture mixture = new TaskMixture(List.of(part("a", 3), part("b", 0.5), part("c", 1.5)));
    SplittableRandom random = new SplittableRandom(4);

    Map<String, Long> drawn =
        Stream.generate(() -> mixture.next(random).prompt())
            .limit(DRAWS)
            .collect(Collectors.groupingBy(prompt -> prompt, Collectors.counting()));

    assertThat((double) drawn.get("a") / DRAWS).isCloseTo(0.6, within(0.02));
    assertThat((double) drawn.get("b") / DRAWS).isCloseTo(0.1, within(0.02));
    assertThat((double) drawn.get("c") / DRAWS).isCloseTo(0.3, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aPartHasAShare(double share) {
    assertThatThrownBy(() -> part("a", share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share: " + share + " (expected: above 0)");
  }

  @Test
  void aMixtureOfNothingIsRefused() {
    assertThatThrownBy(() -> new TaskMixture(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one part");
  }
}
