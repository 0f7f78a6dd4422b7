// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.Optional;

/** What a question of pure arithmetic comes to. */
final class ArithmeticTruth {

  private static final String ASKS = "=";

  private ArithmeticTruth() {}

  /** The exact value, or empty if the question is no arithmetic that ends with an equals sign. */
  static Optional<String> truth(String question) {
    String plain = question.strip();
    return plain.endsWith(ASKS)
        ? Formula.parse(plain.substring(0, plain.length() - ASKS.length()))
            .flatMap(Formula::value)
            .map(Rational::toString)
        : Optional.empty();
  }
}
