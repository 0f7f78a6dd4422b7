// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleExamplesTests {

  @Test
  void linesAreLetteredAndTheirNumbersFlipped() {
    assertThat(ModelText.spelled(List.of("9*5=45", "-1+2=1", "46-122=-76", "#-76")))
        .isEqualTo("a9*5=54b-1+2=1c64-221=-67#-67");
    assertThat(ModelText.spelled(List.of())).isEmpty();
  }

  @Test
  void aQuestionIsAnsweredWithItsDerivation() {
    assertThat(RoleExamples.solve(ArithmeticProblem.parse("(-1+2+9*5)-(-2+-4+-4*-7)")))
        .isEqualTo(
            new TextExample(
                "S(-1+2+9*5)-(-2+-4+-4*-7)>",
                "a9*5=54b-1+2=1c1+54=64d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42.",
                1));
  }
}
