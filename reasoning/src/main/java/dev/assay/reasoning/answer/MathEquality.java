// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import java.util.List;

/**
 * Equality of mathematical answers, LaTeX or plain: by value, not by writing. What it does not
 * understand equals the same text only. Every comparison is bounded in time and memory, whatever
 * the texts are.
 */
public final class MathEquality implements AnswerEquality {

  @Override
  public Judgement compare(String one, String other) {
    return one.equals(other)
        ? Judgement.EQUAL
        : Comparison.of(Reader.read(one), Reader.read(other));
  }

  /** Reads each answer once. */
  @Override
  public Pairs over(List<String> answers) {
    List<Answer> read = answers.stream().map(Reader::read).toList();
    return (one, other) ->
        answers.get(one).equals(answers.get(other))
            ? Judgement.EQUAL
            : Comparison.of(read.get(one), read.get(other));
  }
}
