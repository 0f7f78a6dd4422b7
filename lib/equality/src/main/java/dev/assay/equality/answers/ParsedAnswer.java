// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Optional;

/** What an answer says, once it is read. */
sealed interface ParsedAnswer {

  /** A number or an expression, with the unit it is counted in. */
  record Quantity(Formula formula, Unit unit) implements ParsedAnswer {}

  /** A unit without a number. */
  record Measure(Unit unit) implements ParsedAnswer {}

  /**
   * From one number to another, as in 3 to 5 days.
   *
   * @param reading what else it may be
   */
  record Range(Quantity low, Quantity high, RangeReading reading) implements ParsedAnswer {}

  /**
   * Numbers with colons between them.
   *
   * @param time the time of day that they may be
   * @param ratio the numbers, if they may be a ratio
   */
  record Colons(Optional<TimeOfDay> time, List<Rational> ratio) implements ParsedAnswer {}

  /** A whole number too long to compute with. */
  record LongNumber(String digits) implements ParsedAnswer {}

  /**
   * Several answers: a set, a list, both values of a plus-minus sign.
   *
   * @param tight whether they are digits with nothing but a comma between, as in 3,14
   */
  record Several(List<ParsedAnswer> members, boolean tight, Order order) implements ParsedAnswer {

    Several in(Order other) {
      return new Several(members, tight, other);
    }
  }

  /** What is said about the order of several answers. */
  enum Order {
    /** Braces: no order, and no member twice. */
    SET,
    /** The order says nothing: they are values of one variable, or the question asks for all. */
    NONE,
    /** One or the other. */
    EITHER,
    /** One and the other. */
    ALL,
    /** One and the other, in any order: each says what it is about. */
    TOGETHER,
    /** Nothing: the order may say which is which. */
    LISTED,
    /** The order says which is which. */
    FIXED;

    boolean isFree() {
      return this == SET || this == NONE || this == EITHER || this == TOGETHER;
    }
  }

  /** Letters without anything between: a name, an order, a product. */
  record Letters(String text, ParsedAnswer product) implements ParsedAnswer {}

  /** What is said in place of a number. */
  enum Extreme implements ParsedAnswer {
    INFINITY,
    MINUS_INFINITY,
    UNDEFINED,
    NO_VALUE
  }

  /**
   * A number that is said to be rounded.
   *
   * @param place the size of its last digit that counts
   */
  record Approximate(Quantity value, double place) implements ParsedAnswer {}

  /** An exact value and the one that it is rounded to. */
  record Rounded(ParsedAnswer exact, Approximate value) implements ParsedAnswer {}

  /** Answers in order: coordinates. A pair may also be meant as an open interval. */
  record Tuple(List<ParsedAnswer> members, boolean tight) implements ParsedAnswer {}

  /** A union of intervals, and the variable that is said to lie in it. */
  record Spans(Optional<String> variable, List<Span> pieces) implements ParsedAnswer {}

  record Matrix(List<List<ParsedAnswer>> rows) implements ParsedAnswer {}

  /**
   * A name and what it is.
   *
   * @param difference the name minus its value, where both are formulas
   */
  record Assigned(String name, ParsedAnswer value, Optional<Formula> difference)
      implements ParsedAnswer {}

  /** An equation or inequality: how the formula compares with zero. */
  record Relation(Sign sign, Formula difference) implements ParsedAnswer {}

  /**
   * A day in numbers, which reads like a quotient or a difference and is none.
   *
   * @param slashes as in 12/25/2019, where some put the month first and some the day; else
   *     2019-12-25
   */
  record Day(boolean slashes, List<Integer> numbers) implements ParsedAnswer {}

  /** The letter of a choice. */
  record Option(char letter) implements ParsedAnswer {}

  /** An option that the question lists, with what it says. */
  record Chosen(char letter, ParsedAnswer text) implements ParsedAnswer {}

  /** Yes, no, true or false. */
  record Truth(String word) implements ParsedAnswer {}

  /** Anything else; it equals the same words only. */
  record Words(String text) implements ParsedAnswer {}

  /** How a relation's formula compares with zero. */
  enum Sign {
    ZERO,
    NOT_ZERO,
    NEGATIVE,
    NOT_POSITIVE
  }

  /** An interval; an end that is missing is infinite. */
  record Span(Optional<Formula> low, boolean lowIn, Optional<Formula> high, boolean highIn) {}
}
