// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ElementaryTests {

  @Test
  void piAndEulersNumberHaveTheirPublishedDigits() {
    assertThat(Elementary.PI.middle().toPlainString())
        .startsWith("3.1415926535897932384626433832795028841971693993751058209749");
    assertThat(Elementary.exp(Ball.ONE).middle().toPlainString())
        .startsWith("2.7182818284590452353602874713526624977572470936999595749669");
    assertThat(Elementary.log(ball("2")).middle().toPlainString())
        .startsWith("0.6931471805599453094172321214581765680755001343602552541206");
    assertThat(Elementary.sin(Ball.ONE).middle().toPlainString())
        .startsWith("0.8414709848078965066525023216302989996225630607983710656727");
    assertThat(Elementary.arctan(ball("2")).middle().toPlainString())
        .startsWith("1.1071487177940905030170654601785370400700476454014326466765");
  }

  @Test
  void functionsAgreeWithThoseOfDoubles() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble(-20, 20);
      Ball ball = Ball.exact(new BigDecimal(x));
      near(Elementary.sin(ball), Math.sin(x));
      near(Elementary.cos(ball), Math.cos(x));
      near(Elementary.arctan(ball), Math.atan(x));
      near(Elementary.log(ball.abs()), Math.log(Math.abs(x)));
      near(Elementary.exp(ball.over(ball("4"))), Math.exp(x / 4));
    }
  }

  private static void near(Ball ball, double expected) {
    assertThat(ball.middle().doubleValue())
        .isCloseTo(expected, Offset.offset(1e-13 * Math.max(1, Math.abs(expected))));
    assertThat(ball.isSharp(50)).isTrue();
  }

  @Test
  void aBallHoldsTheTrueValue() {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      Ball one = Ball.of(fraction(random));
      Ball other = Ball.of(fraction(random));
      assertThat(one.over(other).times(other).meets(one)).isTrue();
      assertThat(one.plus(other).minus(other).meets(one)).isTrue();
      Ball root = one.abs().sqrt();
      assertThat(root.times(root).meets(one.abs())).isTrue();
      assertThat(Elementary.exp(Elementary.log(one.abs())).meets(one.abs())).isTrue();
    }
  }

  @Test
  void whatHasNoValueSaysSo() {
    assertThatThrownBy(() -> Ball.ONE.over(Ball.ZERO)).isInstanceOf(UndefinedValue.class);
    assertThatThrownBy(() -> ball("-1").sqrt()).isInstanceOf(UndefinedValue.class);
    assertThatThrownBy(() -> Elementary.log(Ball.ZERO)).isInstanceOf(UndefinedValue.class);
    assertThatThrownBy(() -> Elementary.exp(ball("1e9"))).isInstanceOf(UndefinedValue.class);
    assertThatThrownBy(() -> Elementary.sin(ball("1e99"))).isInstanceOf(UndefinedValue.class);
  }

  private static Rational fraction(Random random) {
    long top = random.nextLong(1, 1_000_000_000) * (random.nextBoolean() ? 1 : -1);
    return Rational.of(top).dividedBy(Rational.of(random.nextLong(1, 1_000_000))).orElseThrow();
  }

  private static Ball ball(String number) {
    return Ball.exact(new BigDecimal(number));
  }
}
