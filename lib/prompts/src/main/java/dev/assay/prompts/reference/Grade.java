// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import dev.assay.prompts.judging.StepMention;
import java.util.Locale;
import java.util.stream.Stream;

/** What a candidate's answer is beside the reference. */
enum Grade {
  /** The same. */
  A(StepMention.NONE),
  /** Another one. */
  B(0),
  /** None: cut off, going round in circles, refusing, or beside the question. */
  C(1);

  private final int mark;

  Grade(int mark) {
    this.mark = mark;
  }

  /** By its letter, or by the word that other checkpoints say for it. */
  static Grade of(String said) {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "a", "correct" -> A;
      case "b", "incorrect" -> B;
      default -> C;
    };
  }

  /** By the number that it has among markers, where a clean one is harder to believe. */
  static Grade of(StepMention mention) {
    return Stream.of(values()).filter(each -> each.mark == mention.step()).findFirst().orElse(C);
  }

  int mark() {
    return mark;
  }
}
