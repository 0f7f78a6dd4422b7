// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.Expression.Based;
import dev.assay.equality.math.Expression.Call;
import dev.assay.equality.math.Expression.Constant;
import dev.assay.equality.math.Expression.LetterBeforeBracket;
import dev.assay.equality.math.Expression.Literal;
import dev.assay.equality.math.Expression.Logarithm;
import dev.assay.equality.math.Expression.PlusMinus;
import dev.assay.equality.math.Expression.Product;
import dev.assay.equality.math.Expression.Quotient;
import dev.assay.equality.math.Expression.Sum;
import dev.assay.equality.math.Expression.Variable;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formula as a person or a model wrote it, LaTeX or plain, read within bounds: every text gives
 * an answer soon, and most text gives none.
 */
public final class Formula {

  private final Expression root;
  private final Optional<Rational> value;
  private final Set<String> variables;
  private final boolean openBase;
  private final Set<Expression> opaque;
  private final Set<String> lettersBeforeBrackets;
  private final SampledValues samples;

  Formula(Expression root) {
    this.root = root;
    List<Expression> parts = Trees.all(root);
    this.value = ExactValue.of(root);
    this.variables =
        parts.stream()
            .flatMap(
                each ->
                    switch (each) {
                      case Variable(String name) -> Stream.of(name);
                      case Call(String name, _) -> Stream.of(name + "()");
                      case LetterBeforeBracket(String name, _, _) -> Stream.of(name + "()");
                      case Expression _ -> Stream.of();
                    })
            .collect(Collectors.toUnmodifiableSet());
    this.opaque = parts.stream().filter(Trees::isOpaque).collect(Collectors.toUnmodifiableSet());
    this.lettersBeforeBrackets =
        parts.stream()
            .flatMap(
                each ->
                    each instanceof LetterBeforeBracket(String name, _, _)
                        ? Stream.of(name)
                        : Stream.of())
            .collect(Collectors.toUnmodifiableSet());
    this.openBase =
        parts.stream().anyMatch(each -> each instanceof Logarithm(var base, _) && base.isEmpty());
    this.samples = new SampledValues(root, variables.isEmpty() || parts.contains(Constant.I));
  }

  /**
   * Reads an expression, LaTeX or plain. Units, currency, relations and lists are no part of one.
   *
   * @return empty if the text is not understood, can be read in two ways, or is over the bounds on
   *     length, depth and digits
   */
  public static Optional<Formula> parse(String text) {
    return tree(text).map(Formula::new);
  }

  /** The number as a formula. */
  public static Formula of(Rational number) {
    return new Formula(new Literal(number));
  }

  /** The {@link #value()} of a text, for who needs nothing else of its formula. */
  public static Optional<Rational> valueOf(String text) {
    return tree(text).flatMap(ExactValue::of);
  }

  /** Whether the word is a function or a constant in a formula. */
  public static boolean isWord(String word) {
    return FormulaWords.named(word, 0).equals(word);
  }

  private static Optional<Expression> tree(String text) {
    String inner = undressed(text.strip());
    if (inner.length() > FormulaBounds.LENGTH) {
      return Optional.empty();
    }
    WorkBudget.spend(FormulaBounds.GLANCE * (inner.length() + 1));
    try {
      List<FormulaToken> tokens = new FormulaTokenizer(inner).tokens();
      return Optional.of(new Parser(new FormulaTokens(tokens)).formula());
    } catch (UnreadableFormula _) {
      return Optional.empty();
    }
  }

  /** Dollar signs on both sides say that this is mathematics; a single one is money. */
  private static String undressed(String text) {
    int signs = text.startsWith("$$") ? 2 : 1;
    String dollars = "$".repeat(signs);
    return text.length() > 2 * signs && text.startsWith(dollars) && text.endsWith(dollars)
        ? text.substring(signs, text.length() - signs)
        : text;
  }

  /**
   * The exact value. Roots and fractional powers count where they come out even.
   *
   * @return empty if the formula has variables, is undefined, is irrational or is over the bounds
   */
  public Optional<Rational> value() {
    return value;
  }

  /** The names of its variables; neither e nor i is one. */
  public Set<String> variables() {
    return variables;
  }

  public boolean isConstant() {
    return variables.isEmpty();
  }

  /** The name, if the formula is nothing but a variable. */
  public Optional<String> name() {
    return root instanceof Variable(String name) ? Optional.of(name) : Optional.empty();
  }

  /** The digits, if the formula is nothing but a number in another base. */
  public Optional<String> digits() {
    return root instanceof Based(String digits, _) ? Optional.of(digits) : Optional.empty();
  }

  /** A double near the constant, to put constants in order; empty if it has no real value. */
  public OptionalDouble approximation() {
    return isConstant()
        ? samples
            .at(new SamplePoint(0, SamplePoint.Reading.NATURAL))
            .filter(Complex::isReal)
            .map(each -> OptionalDouble.of(each.real().middle().doubleValue()))
            .orElse(OptionalDouble.empty())
        : OptionalDouble.empty();
  }

  /** Whether it is a polynomial of degree one as it is written. */
  public boolean isLinear() {
    return Trees.degree(root).equals(OptionalInt.of(1));
  }

  /** Whether it has no sum in it. */
  public boolean isTerm() {
    return Trees.all(root).stream().noneMatch(Sum.class::isInstance);
  }

  /** Itself; or both values of a formula with one plus-minus sign; or none where there are more. */
  public List<Formula> values() {
    long signs = Trees.all(root).stream().filter(PlusMinus.class::isInstance).count();
    return signs == 0
        ? List.of(this)
        : Stream.of(true, false)
            .filter(_ -> signs == 1)
            .map(plus -> new Formula(Trees.signed(root, plus)))
            .toList();
  }

  public Formula minus(Formula other) {
    return new Formula(Expression.difference(root, other.root));
  }

  public Formula times(Formula other) {
    return new Formula(new Product(root, other.root));
  }

  public Formula times(Rational factor) {
    return new Formula(new Product(new Literal(factor), root));
  }

  Expression root() {
    return root;
  }

  public Formula plus(Formula other) {
    return new Formula(new Sum(root, other.root));
  }

  public Formula over(Formula other) {
    return new Formula(new Quotient(root, other.root));
  }

  /** What it is where its variable has that value. */
  public Formula at(String variable, long value) {
    return new Formula(Trees.with(root, variable, Expression.whole(value)));
  }

  /** What stands between the bars, if the formula is nothing but an absolute value. */
  public Optional<Formula> betweenBars() {
    return root instanceof Expression.Applied(Expression.Function function, Expression inner)
            && function == Expression.Function.ABS
        ? Optional.of(new Formula(inner))
        : Optional.empty();
  }

  /** Whether it is nothing but a function that we do not know, with its argument. */
  public boolean isCall() {
    return root instanceof Call;
  }

  /** The parts whose values are not known, as those of functions that only the question knows. */
  Set<Expression> opaque() {
    return opaque;
  }

  boolean hasLettersBeforeBrackets() {
    return !lettersBeforeBrackets.isEmpty();
  }

  /** Letters that may be functions as well as factors. */
  Set<String> lettersBeforeBrackets() {
    return lettersBeforeBrackets;
  }

  boolean hasOpenBase() {
    return openBase;
  }

  SampledValues samples() {
    return samples;
  }
}
