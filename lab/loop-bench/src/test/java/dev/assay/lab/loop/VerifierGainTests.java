// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Json;
import org.junit.jupiter.api.Test;

class VerifierGainTests {

  private static final String PASS = "{\"verdict\": {\"judgement\": \"correct\", \"score\": %s}}";
  private static final String FAIL =
      "{\"verdict\": {\"judgement\": \"first_error\", \"index\": 0, \"why\": \"no\"}}";
  private static final String NONE =
      "{\"verdict\": {\"judgement\": \"no_verdict\", \"reason\": \"unreadable\", \"detail\": \"\"}}";

  private static VerifierGain gain(String... solutions) {
    return VerifierGain.of(
        "24",
        Json.mapper().readTree("[{\"solutions\": [%s]}]".formatted(String.join(", ", solutions))));
  }

  private static String solution(String answer, String... verdicts) {
    return "{\"answer\": \"%s\", \"verdicts\": [%s]}"
        .formatted(answer, String.join(", ", verdicts));
  }

  /** Three of four right; passed are 5 of 6 and 1 of 2: .75 * 5/6 / (.625 + .125) - .75. */
  @Test
  void itIsWhatKeepingOnlyWhatPassesGains() {
    String pass = PASS.formatted(1);
    VerifierGain gain =
        gain(
            solution("24", pass, pass),
            solution("24.0", pass, pass),
            solution("24", pass, FAIL, NONE),
            solution("7", pass, FAIL));

    assertThat(gain).isEqualTo(new VerifierGain(3, 1, 6, 5, 2, 1));
    assertThat(gain.accuracy()).isEqualTo(0.75);
    assertThat(gain.truePass()).isEqualTo(5 / 6.0);
    assertThat(gain.falsePass()).isEqualTo(0.5);
    assertThat(gain.gain())
        .get()
        .satisfies(it -> assertThat(it).isCloseTo(0.0833333, within(1e-6)));
  }

  @Test
  void aDoubtfulPassIsAPartOfOne() {
    assertThat(gain(solution("24", PASS.formatted(0.25))).rightPassed()).isEqualTo(0.25);
  }

  @Test
  void whatNobodyJudgedReadablyDoesNotCount() {
    assertThat(gain(solution("24"), solution("7", NONE))).isEqualTo(VerifierGain.NONE);
  }

  @Test
  void withoutRightAndWrongOutcomesThereIsNone() {
    String pass = PASS.formatted(1);
    assertThat(gain(solution("24", pass)).gain()).isEmpty();
    assertThat(gain(solution("7", pass)).gain()).isEmpty();
    assertThat(gain(solution("24", FAIL), solution("7", FAIL)).gain()).isEmpty();
    assertThat(VerifierGain.NONE.gain()).isEmpty();
  }

  @Test
  void aVerifierThatPassesWrongOnesRatherLoses() {
    VerifierGain gain =
        gain(solution("24", FAIL, PASS.formatted(1)), solution("7", PASS.formatted(1)));

    assertThat(gain.gain()).get().satisfies(it -> assertThat(it).isNegative());
  }
}
