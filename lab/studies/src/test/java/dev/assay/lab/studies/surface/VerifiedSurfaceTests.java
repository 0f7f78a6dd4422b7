// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.studies.surface.VerifiedSurface.Verified;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifiedSurfaceTests {

  private static final Map<String, List<Verified>> MEASURED =
      VerifiedSurface.VERIFIERS.stream()
          .flatMap(
              verifier ->
                  VerifiedSurface.SIZES.stream()
                      .map(size -> new VerifiedSurface(250).measure(verifier, size)))
          .collect(Collectors.groupingBy(each -> each.verifier().name()));

  private static List<Verified> of(String verifier) {
    return MEASURED.get(verifier);
  }

  @Test
  void aRubberStampAndAVerifierThatAlwaysSaysNoVerifyNothingWhereRivalsAppear() {
    assertThat(of("rubber stamp")).allSatisfy(each -> assertThat(each.opposed()).isZero());
    assertThat(of("always no")).allSatisfy(each -> assertThat(each.opposed()).isZero());
  }

  /** Chance alone makes one that cannot tell look as if it could, now and then. */
  @Test
  void averifierThatCannotTellIsHardlyEverBelieved() {
    assertThat(of("nearly a rubber stamp"))
        .allSatisfy(each -> assertThat(each.opposed()).isLessThan(0.005));
    assertThat(of("random")).allSatisfy(each -> assertThat(each.opposed()).isLessThan(0.04));
  }

  @Test
  void ofWhatGoodVerifiersVerifyAgainstRivalsAtMostOneInTwentyIsWrong() {
    for (String verifier : List.of("good", "as assumed", "lenient")) {
      assertThat(of(verifier))
          .allSatisfy(
              each -> assertThat(each.opposedWrong()).as(verifier).isLessThanOrEqualTo(0.05));
    }
  }

  @Test
  void goodVerifiersKeepFourInFiveOfTheirRightAnswers() {
    List<Verified> all =
        Stream.of("good", "as assumed").flatMap(verifier -> of(verifier).stream()).toList();

    assertThat(VerifiedSurface.kept(all)).isGreaterThan(0.8);
  }
}
