// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyGradientTests {

  private static final Function<List<PolicySample>, double[]> BY_NUMBER =
      group ->
          group.stream().mapToDouble(sample -> Double.parseDouble(sample.completion())).toArray();

  private static List<PolicySample> samples(String... completions) {
    TextExample question = new TextExample("S>", "1", 1);
    return Stream.of(completions)
        .map(completion -> new PolicySample(question, completion))
        .toList();
  }

  @Test
  void aSampleCountsByWhatItIsAboveItsGroupsMean() {
    assertThat(PolicyGradient.examples(samples("1", "0", "-1", "4"), 4, BY_NUMBER))
        .containsExactly(
            new TextExample("S>", "0", -1),
            new TextExample("S>", "-1", -2),
            new TextExample("S>", "4", 3));
  }

  @Test
  void advantagesOfAGroupSumToZero() {
    List<TextExample> examples =
        PolicyGradient.examples(samples("0.1", "0.7", "-0.9", "5", "6", "9"), 3, BY_NUMBER);

    assertThat(examples).hasSize(6);
    for (int group = 0; group < 6; group += 3) {
      double sum =
          examples.subList(group, group + 3).stream().mapToDouble(TextExample::weight).sum();
      assertThat(sum).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void aGroupThatDidEquallyWellSaysNothing() {
    assertThat(PolicyGradient.examples(samples("0.1", "0.1", "0.1", "1", "2", "1.5"), 3, BY_NUMBER))
        .containsExactly(new TextExample("S>", "1", -0.5), new TextExample("S>", "2", 0.5));
    assertThat(PolicyGradient.examples(List.of(), 2, BY_NUMBER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4, 0", "4, 3", "1, 2"})
  void onlyWholeGroupsAreWeighed(int count, int each) {
    List<PolicySample> samples = samples("1", "2", "3", "4").subList(0, count);

    assertThatThrownBy(() -> PolicyGradient.examples(samples, each, BY_NUMBER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%d samples in groups of %d (expected: whole groups of at least 2)"
                .formatted(count, each));
  }
}
