// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          no tags                            | ''       | no tags
          <think>a</think>b                  | a        | b
          a</think>b                         | a        | b
          b<think>a                          | a        | b
          <think>a</think>b<THINK>c</Think>d | a c      | bd
          x<think>a</think>y</think>z        | a xy     | z
          <think>a<think>b</think>c</think>d | a<think>b c | d
          <think></think>b                   | ''       | b
          </think>                           | ''       | ''
          ''                                 | ''       | ''
          """)
  void thoughtsAndWordsAreSetApart(String reply, String thought, String said) {
    Thinking thinking = Thinking.of(reply);

    assertThat(thinking.thought().replace('\n', ' ')).isEqualTo(thought);
    assertThat(thinking.said()).isEqualTo(said);
  }
}
