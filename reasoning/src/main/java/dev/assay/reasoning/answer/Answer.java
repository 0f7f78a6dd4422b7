// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

import dev.assay.reasoning.math.Formula;
import java.util.List;
import java.util.Optional;

/** What an answer says, once it is read. */
sealed interface Answer {

  /** A number or an expression, with the unit it is counted in. */
  record Quantity(Formula formula, Unit unit) implements Answer {}

  /** A whole number too long to compute with. */
  record LongNumber(String digits) implements Answer {}

  /**
   * Several answers in no order: a set, a list, both values of a plus-minus sign.
   *
   * @param tight whether they are digits with nothing but a comma between, as in 3,14
   */
  record Several(List<Answer> members, boolean tight) implements Answer {}

  /** Answers in order: coordinates. A pair may also be meant as an open interval. */
  record Tuple(List<Answer> members, boolean tight) implements Answer {}

  /** A union of intervals, and the variable that is said to lie in it. */
  record Spans(Optional<String> variable, List<Span> pieces) implements Answer {}

  record Matrix(List<List<Answer>> rows) implements Answer {}

  /**
   * A name and what it is.
   *
   * @param difference the name minus its value, where both are formulas
   */
  record Assigned(String name, Answer value, Optional<Formula> difference) implements Answer {}

  /** An equation or inequality: how the formula compares with zero. */
  record Relation(Sign sign, Formula difference) implements Answer {}

  /**
   * A day in numbers, which reads like a quotient or a difference and is none.
   *
   * @param slashes as in 12/25/2019, where some put the month first and some the day; else
   *     2019-12-25
   */
  record Day(boolean slashes, List<Integer> numbers) implements Answer {}

  /** The letter of a choice. */
  record Option(char letter) implements Answer {}

  /** Yes, no, true or false. */
  record Truth(String word) implements Answer {}

  /** Anything else; it equals the same words only. */
  record Words(String text) implements Answer {}

  /** How a relation's formula compares with zero. */
  enum Sign {
    ZERO,
    NEGATIVE,
    NOT_POSITIVE
  }

  /** An interval; an end that is missing is infinite. */
  record Span(Optional<Formula> low, boolean lowIn, Optional<Formula> high, boolean highIn) {}
}
