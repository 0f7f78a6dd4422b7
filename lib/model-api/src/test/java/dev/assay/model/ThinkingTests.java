// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      nullValues = "-",
      textBlock =
          """
          no tags                            ¦ ''       ¦ no tags
          <think>a</think>b                  ¦ a        ¦ b
          a</think>b                         ¦ a        ¦ b
          b<think>a                          ¦ a        ¦ b
          <think>a</think>b<THINK>c</Think>d ¦ a c      ¦ bd
          x<think>a</think>y</think>z        ¦ a xy     ¦ z
          <think>a<think>b</think>c</think>d ¦ a<think>b c ¦ d
          <think></think>b                   ¦ ''       ¦ b
          </think>                           ¦ ''       ¦ ''
          ''                                 ¦ ''       ¦ ''
          [THINK]maybe 5[/THINK]So it is 4.  ¦ maybe 5  ¦ So it is 4.
          maybe 5[/THINK]So it is 4.         ¦ maybe 5  ¦ So it is 4.
          [THINK]maybe 5                     ¦ maybe 5  ¦ ''
          <thinking>a</thinking>b            ¦ a        ¦ b
          <thinking>a<reflection>c</reflection>d</thinking>b ¦ a<reflection>c</reflection>d ¦ b
          <thought>a</think>c</thought>b     ¦ a</think>c ¦ b
          <reasoning>a</reasoning><answer>4</answer> ¦ a ¦ <answer>4</answer>
          <seed:think>a</seed:think>b        ¦ a        ¦ b
          ◁think▷a◁/think▷b                  ¦ a        ¦ b
          <unused94>thought a<unused95>b     ¦ thought a ¦ b
          <|channel>thought a<channel|>b<turn|> ¦ thought a ¦ b
          <|inner_prefix|>a<|inner_suffix|>b ¦ a        ¦ b
          Here is my thought process: a Here is my response: b ¦ a ¦ b
          <|begin_of_thought|>a<|end_of_thought|><|begin_of_solution|>b<|end_of_solution|> ¦ a ¦ b
          <|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>b<|END_RESPONSE|> ¦ a ¦ b
          a<|END_THINKING|><|START_RESPONSE|>b ¦ a       ¦ b
          <|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b<|return|> ¦ a ¦ b
          <|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>commentary<|message|>c<|end|><|start|>assistant<|channel|>final<|message|>b ¦ a c ¦ b
          <|channel|>analysis<|message|>a<|channel|>final<|message|>b ¦ a ¦ b
          <|channel|>analysis<|message|>a    ¦ a        ¦ ''
          <|channel|>final<|message|>b<|end|> ¦ ''      ¦ b
          analysisa 5assistantfinalb 4       ¦ analysisa 5 ¦ b 4
          we [THINK about it] and <thinks>   ¦ ''       ¦ we [THINK about it] and <thinks>
          """)
  void thoughtsAndWordsAreSetApart(String reply, String thought, String said) {
    Thinking thinking = Thinking.of(reply);

    assertThat(thinking.thought().replace('\n', ' ')).isEqualTo(thought);
    assertThat(thinking.said()).isEqualTo(said);
  }
}
