// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import java.util.Objects;

/**
 * The final answer of a solution, how it was found and where.
 *
 * <p>The order of evidence: boxes, fields, tags, a last line of four hashes, and sentences that
 * call something the answer are statements, and the last statement of the text counts. Boxes that
 * one sentence lists are one statement, a list. Two statements of one kind that differ are no
 * answer, unless something orders them: a word of correction or of conclusion, that only the later
 * one is called final, a line between two boxes. What the text takes back afterwards is none.
 *
 * <p>Only where nothing is stated, the end of the text may say it without the word: a letter of a
 * choice or a value that stands alone on the last line, then what the last sentence concludes with.
 * The last number of the text is a guess, and named as one.
 *
 * <p>A text that was cut off has the answer that it states in a concluding sentence that is
 * complete, if nothing behind it takes the matter up again; otherwise none.
 *
 * @param text the answer alone, without what it was wrapped in; never blank
 * @param start where it begins in the text that was read
 * @param end behind its last character there
 */
public record FinalAnswer(Method method, String text, int start, int end) {

  /** What gave an answer away. */
  public enum Method {
    /** {@code \boxed{…}}. */
    BOXED,
    /** {@code #### …}, as in the solutions of GSM8K. */
    HASHES,
    /** The field {@code "answer"} of a JSON object, which may be broken elsewhere. */
    JSON,
    /** Between tags, {@code <answer>…</answer>}. */
    TAGGED,
    /** "The answer is …", "Answer: …". */
    STATED,
    /** A letter of a choice, stated or alone on the last line; the letter is the answer. */
    OPTION,
    /** Yes or no, stated or alone on the last line, in small letters. */
    YES_NO,
    /** What the last sentence concludes with, or what stands alone on the last line. */
    CONCLUDED,
    /** Nothing states an answer; this is the last number of the text. */
    LAST_NUMBER;

    /** Whether the solution itself says that this is its answer. */
    public boolean isStated() {
      return this != LAST_NUMBER;
    }
  }

  public FinalAnswer {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(text, "text");
  }
}
