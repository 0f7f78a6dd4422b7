// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerOptionsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How far is it? (A) 10 km (B) 12 km (C) 14 km",
        "How far is it?\nA. 10 km\nB. 12 km\nC. 14 km",
        "How far is it?\nOptions:\n(A) 10 km\n(B) 12 km\n(C) 14 km\n\nAnswer with the letter.",
        "How far is it?\n- A) 10 km\n- B) 12 km\n- C) 14 km\n",
        "How far is it?\n**A.** 10 km\n**B.** 12 km\n**C.** 14 km",
        "$\\textbf{(A)}$ 10 km $\\textbf{(B)}$ 12 km $\\textbf{(C)}$ 14 km",
        "Which of these is it?\n(a) 10 km\n(b) 12 km\n(c) 14 km",
      })
  void optionsAreReadAsQuestionsListThem(String question) {
    AnswerOptions options = AnswerOptions.of(question);

    assertThat(options.texts().keySet()).containsExactly('A', 'B', 'C');
    assertThat(options.texts().get('B')).contains("12 km");
    assertThat(options.has('C')).isTrue();
    assertThat(options.has('D')).isFalse();
  }

  @Test
  void anOptionSaysWhatStandsBehindItsLetter() {
    assertThat(AnswerOptions.of("Which?\nA. red\nB. blue, or\n   green").texts())
        .containsExactly(entry('A', "red"), entry('B', "blue, or\n   green"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "What is 17 + 25?",
        "Ann takes vitamin A. Ben takes vitamin B. Who is taller?",
        "Let (A) be a set.",
        "(B) 3 (C) 4",
        "(a) Find x. (b) Find y.",
        "Find P(A) and P(B).",
      })
  void otherQuestionsListNone(String question) {
    assertThat(AnswerOptions.of(question).isEmpty()).isTrue();
  }
}
