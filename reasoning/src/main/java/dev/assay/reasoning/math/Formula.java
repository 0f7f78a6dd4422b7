// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

import java.util.List;
import java.util.Optional;

/**
 * A formula as a person or a model wrote it, LaTeX or plain, read within bounds: every text gives
 * an answer soon, and most text gives none.
 */
public final class Formula {

  private final Expression root;

  Formula(Expression root) {
    this.root = root;
  }

  /**
   * Reads an expression, LaTeX or plain. Units, currency, relations and lists are no part of one.
   *
   * @return empty if the text is not understood, can be read in two ways, or is over the bounds on
   *     length, depth and digits
   */
  public static Optional<Formula> parse(String text) {
    String inner = undressed(text.strip());
    if (inner.length() > Bounds.LENGTH) {
      return Optional.empty();
    }
    try {
      List<Token> tokens = new Tokenizer(inner).tokens();
      return Optional.of(new Formula(new Parser(new Tokens(tokens)).formula()));
    } catch (Unreadable _) {
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
    return ExactValue.of(root);
  }

  Expression root() {
    return root;
  }
}
