// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equality of mathematical answers, LaTeX or plain: by value, not by writing. What it does not
 * understand equals the same text only. Work is bounded, whatever the texts are; what would take
 * more is unknown.
 */
public final class MathEquality implements AnswerEquality {

  /**
   * Steps for an answer, to read it and to compare it: some ten times what the formulas of two
   * thousand characters take, and a fifth of a second.
   */
  static final long ANSWER = 20_000_000;

  /** Steps for the answers of a list, together: about a second. */
  static final long LIST = 100_000_000;

  /** Steps for an answer, however many there are: the longest of the MATH data set take a tenth. */
  static final long LEAST = 500_000;

  /** Characters of an answer; a longer one is compared as it stands. */
  static final int LONGEST = 2_000;

  /** Read when answers are: most lists have one answer, or the same one, and need none. */
  private final @Nullable String question;

  public MathEquality() {
    this(null);
  }

  private MathEquality(@Nullable String question) {
    this.question = question;
  }

  @Override
  public MathEquality to(String asked) {
    return new MathEquality(asked);
  }

  @Override
  public Judgement compare(String one, String other) {
    return one.equals(other) ? Judgement.EQUAL : over(List.of(one, other)).compare(0, 1);
  }

  /** Reads each answer once. */
  @Override
  public Pairs over(List<String> answers) {
    Asked asked = question == null ? Asked.NOTHING : Asked.of(question);
    long share = Math.clamp(LIST / Math.max(1, answers.size()), LEAST, ANSWER);
    List<MeteredAnswer> read =
        answers.stream().map(text -> MeteredAnswer.read(text, asked, share)).toList();
    return (one, other) ->
        answers.get(one).equals(answers.get(other))
            ? Judgement.EQUAL
            : MeteredAnswer.compare(read.get(one), read.get(other));
  }
}
