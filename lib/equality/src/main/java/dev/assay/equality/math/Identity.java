// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import dev.assay.equality.math.SamplePoint.Reading;
import dev.assay.text.WorkBudget;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two formulas are the same function of their variables. Rational constants are compared
 * exactly. Everything else is compared by value at arbitrary fixed points: two values that are
 * clearly apart prove a difference; agreement at all points to 40 digits is taken for identity,
 * which for polynomials of degree d errs with a chance of d in a million per point (J. Schwartz,
 * "Fast probabilistic algorithms for verification of polynomial identities", JACM 27, 1980; R.
 * Zippel, EUROSAM 1979).
 */
public enum Identity {
  HOLDS,
  FAILS,
  /** Undefined where we looked, too close to tell, or too much work. */
  OPEN;

  private static final int SHARP = 40;

  /** How many points must agree where there are variables: two may be a coincidence. */
  private static final int ENOUGH = 3;

  private static final Complex UNIT = Complex.of(1);

  /** Compares them as they are written: a decimal is not the fraction it was rounded from. */
  public static Identity of(Formula one, Formula other) {
    Optional<Rational> left = one.value();
    Optional<Rational> right = other.value();
    if (left.isPresent() && right.isPresent()) {
      return left.equals(right) ? HOLDS : FAILS;
    }
    if (one.root().equals(other.root())) {
      return HOLDS;
    }
    Identity natural = at(one, other, UNIT, Reading.NATURAL);
    boolean open = one.hasOpenBase() || other.hasOpenBase();
    if (open && natural != at(one, other, UNIT, Reading.COMMON)) {
      return OPEN;
    }
    boolean letters = one.hasLettersBeforeBrackets() || other.hasLettersBeforeBrackets();
    return letters ? readTwice(one, other, natural) : ofFunctions(one, other, natural);
  }

  /**
   * With letters before brackets: what holds in both readings; what holds if they are factors is
   * enough where the same letters stand elsewhere without a bracket.
   */
  private static Identity readTwice(Formula one, Formula other, Identity functions) {
    Identity factors = at(one, other, UNIT, Reading.FACTORS);
    Set<String> letters = new HashSet<>(one.variables());
    letters.addAll(other.variables());
    boolean variables =
        letters.containsAll(one.lettersBeforeBrackets())
            && letters.containsAll(other.lettersBeforeBrackets());
    if (variables) {
      return factors;
    }
    return factors == functions ? ofFunctions(one, other, factors) : OPEN;
  }

  /** Unknown functions of other arguments may have the same values. */
  private static Identity ofFunctions(Formula one, Formula other, Identity identity) {
    return identity == FAILS && !one.opaque().equals(other.opaque()) ? OPEN : identity;
  }

  /**
   * Whether one is a constant multiple of the other, so that both vanish at the same places.
   *
   * @param positive whether the constant has to be positive, as it has for inequalities
   */
  public static Identity ofMultiples(Formula one, Formula other, boolean positive) {
    SamplePoint first = new SamplePoint(0, Reading.NATURAL);
    Optional<Complex> left = one.samples().at(first).filter(Identity::isClear);
    Optional<Complex> right = other.samples().at(first).filter(Identity::isClear);
    boolean constant = one.isConstant() || other.isConstant();
    boolean twice =
        one.hasOpenBase()
            || other.hasOpenBase()
            || one.hasLettersBeforeBrackets()
            || other.hasLettersBeforeBrackets();
    if (left.isEmpty() || right.isEmpty() || constant || twice) {
      return OPEN;
    }
    try {
      Complex ratio = left.get().over(right.get());
      boolean negative = !ratio.isReal() || ratio.real().middle().signum() < 0;
      return positive && negative
          ? FAILS
          : ofFunctions(one, other, at(one, other, ratio, Reading.NATURAL));
    } catch (UndefinedValue _) {
      return OPEN;
    }
  }

  private static boolean isClear(Complex value) {
    return !value.meets(Complex.of(0));
  }

  private static Identity at(Formula one, Formula other, Complex ratio, Reading reading) {
    boolean constant = one.isConstant() && other.isConstant();
    int agreed = 0;
    for (int i = 0; i < (constant ? 1 : SamplePoint.COUNT); i++) {
      WorkBudget.spend(FormulaBounds.OPERATION);
      SamplePoint point = new SamplePoint(i, reading);
      Optional<Complex> left = one.samples().at(point);
      Optional<Complex> right = left.isEmpty() ? left : other.samples().at(point);
      if (right.isPresent()) {
        Complex multiple = ratio.equals(UNIT) ? right.get() : right.get().times(ratio);
        if (!left.orElseThrow().meets(multiple)) {
          return FAILS;
        }
        agreed += left.orElseThrow().isSharp(SHARP) && multiple.isSharp(SHARP) ? 1 : 0;
      }
    }
    return agreed >= (constant ? 1 : ENOUGH) ? HOLDS : OPEN;
  }
}
