// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerOptions;
import dev.assay.prompts.reading.FinalAnswer.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $\\boxed{\\frac{1}{x^{2}}}$.                     | BOXED | \\frac{1}{x^{2}}
          \\boxed{2} or \\boxed{3}                         | BOXED | 2 or 3
          x = 1 \\\\\\boxed{1 \\\\ 2}                       | BOXED | 1 \\\\ 2
          \\boxed{2} and \\boxed{ }                        | BOXED | 2
          The answer is $\\boxed{7}$, not 8.               | BOXED | 7
          "work": "\\\\boxed{\\\\frac{1}{2}}"              | BOXED | \\frac{1}{2}
          8 * 3 = 24⏎#### 24                               | HASHES | 24
          #### $1,024.                                     | HASHES | $1,024
          #### (B)                                         | HASHES | (B)
          \\boxed{3}⏎#### 24                               | HASHES | 24
          #### Step 2⏎The answer is 5.                     | STATED | 5
          #### The answer is 5.                            | STATED | 5
          So the answer is 24.                             | STATED | 24
          The final answer is: 3.5                         | STATED | 3.5
          **Answer:** 42                                   | STATED | 42
          **Final Answer**⏎⏎$$⏎x = 5⏎$$                    | STATED | x = 5
          Final answer:⏎⏎$$⏎x = 5⏎$$                       | STATED | x = 5
          Answer\uFF1A12                                   | STATED | 12
          answer: "89"                                     | STATED | 89
          Answer: \\"60\\"                                 | STATED | 60
          The answer is $x$ or $y$.                        | STATED | $x$ or $y$
          The answer is \\(12\\).                          | STATED | 12
          The answer to the question is 12 apples, because 3 * 4 = 12. | STATED | 12 apples
          The answer is 5. The answer is correct.          | STATED | 5
          The answer is 5. Check: 2 + 3 = 5.               | STATED | 5
          Answer: (10 - 4) * 5 - 6 = 24                    | STATED | (10 - 4) * 5 - 6 = 24
          The answer is (B).                               | OPTION | B
          The correct answer is option C                   | OPTION | C
          Answer: (d) 12 apples                            | OPTION | D
          The answer is i.                                 | STATED | i
          The answer is A man.                             | STATED | A man
          So it must be this one.⏎**(J)**                  | OPTION | J
          So the answer is "no" because the check fails.   | YES_NO | no
          the answer is "yes", the check passes.           | YES_NO | yes
          It holds.⏎⏎**Yes.**                              | YES_NO | yes
          No, it is not. It is 7.                          | LAST_NUMBER | 7
          2 + 2 = 4, and 1,024 apples                      | LAST_NUMBER | 1,024
          between 3 and -2.50.                             | LAST_NUMBER | -2.50
          x-5                                              | LAST_NUMBER | 5
          3/4 of them                                      | LAST_NUMBER | 3/4
          half, 50%                                        | LAST_NUMBER | 50%
          """)
  void anAnswerIsFoundAndSaysHow(String text, Method method, String answer) {
    assertThat(FinalAnswers.of(text.replace("⏎", "\n")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.text()).isEqualTo(answer);
              assertThat(found.method()).isEqualTo(method);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"reasoning": "2 + 2", "answer": "4"}              | 4
          ```json⏎{⏎ "answer": "4"⏎}⏎```                     | 4
          {"Answer" : 4}                                     | 4
          {"answer": 1,024, "unit": "m"}                     | 1,024
          {"answer": -3.5⏎}                                  | -3.5
          {"final_answer": [1, 2]}                           | [1, 2]
          {"answer": {"x": 1}}                               | {"x": 1}
          {"answer": "\\frac{1}{2}"}                         | \\frac{1}{2}
          {"answer": "\\\\frac{1}{2}"}                       | \\frac{1}{2}
          {"answer": "1\\nOr 2"}                             | 1 Or 2
          {"answer": "\\nu"}                                 | \\nu
          {"answer": "a \\"b\\" c"}                          | a "b" c
          {"answer": "the "big" one"}                        | the "big" one
          {"answer": "$\\\\boxed{k \\\\in R}$"}              | k \\in R
          {"reasoning": "⏎broken⏎"answer": "4"               | 4
          {"reasoning": "\\\\boxed{3}", "answer": "4"}       | 4
          "the answer is: \\"answer\\": \\"3,000\\""         | 3,000
          {"answer": "4"} No, sorry: {"answer": "5"}         | 5
          {"answer": "4"} {"answer": "___"} {"answer": null} | 4
          {"answer": "4"} in the field, e.g. `"answer": "42"`. | 4
          The answer is `"answer": "20"`.                    | 20
          """)
  void aFieldIsReadFromJsonHoweverBroken(String text, String answer) {
    assertThat(FinalAnswers.of(text.replace("⏎", "\n")))
        .hasValueSatisfying(
            found -> {
              assertThat(found.text()).isEqualTo(answer);
              assertThat(found.method()).isEqualTo(Method.JSON);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I do not know.",
        "{\"answer\": \"12",
        "{\"answer\": 12",
        "{\"answer\": \"\"}",
        "The answer is incorrect.",
        "The answer is obtained by adding them.",
        "The answer is",
        "answer:",
        "\\boxed{}",
        "Then there are 7.",
        "####",
        "#### Conclusion",
        "##### 7"
      })
  void whatStatesNoAnswerHasNone(String text) {
    assertThat(FinalAnswers.stated(text, AnswerOptions.NONE, false)).isEmpty();
  }

  @Test
  void theLastNumberIsNamedAsAGuess() {
    assertThat(FinalAnswers.of("Then there are 7."))
        .hasValueSatisfying(found -> assertThat(found.method().isStated()).isFalse());
    assertThat(FinalAnswers.of("no number at all")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so \\boxed{ 24 }",
        "x\n#### 24\n",
        "{\"answer\": \" 24\"}",
        "The answer is **24**.",
        "(24)",
        "Answer: (24)"
      })
  void thePlaceIsWhereTheAnswerStands(String text) {
    assertThat(FinalAnswers.of(text))
        .hasValueSatisfying(
            found ->
                assertThat(text.substring(found.start(), found.end()))
                    .contains("24")
                    .hasSizeLessThan(5));
  }
}
