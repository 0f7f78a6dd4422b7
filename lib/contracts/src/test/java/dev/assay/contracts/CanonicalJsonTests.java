// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

  private static String canonical(String json) {
    return CanonicalJson.of(Json.mapper().readTree(json));
  }

  @Test
  void neitherOrderNorNullsNorZerosMakeADifference() {
    assertThat(canonical(" {\"b\": 1.50, \"a\": [{\"d\": 1, \"c\": null}, 10], \"n\": null}"))
        .isEqualTo(canonical("{\"a\": [{\"d\": 1.0}, 10.0], \"b\": 1.5}"))
        .isEqualTo("{\"a\":[{\"d\":1},1E+1],\"b\":1.5}");
    assertThat(canonical("{\"zero\": -0.0}")).isEqualTo(canonical("{\"zero\": 0}"));
  }

  @Test
  void whatSaysSomethingElseIsAnotherText() {
    assertThat(canonical("[1, 2]")).isNotEqualTo(canonical("[2, 1]"));
    assertThat(canonical("{\"a\": 1}")).isNotEqualTo(canonical("{\"a\": \"1\"}"));
    assertThat(canonical("{\"a\": 0.1}")).isNotEqualTo(canonical("{\"a\": 0.10000001}"));
  }

  /** Hashes of these texts are stored: a field that is new must leave them as they are. */
  @Test
  void whatIsNotSetIsNotInTheText() {
    assertThat(CanonicalJson.of(PolicyOverrides.NONE)).isEqualTo("{}");
    assertThat(CanonicalJson.of(PolicyOverrides.grid(8, 2, 0, Duration.ofMinutes(1))))
        .isEqualTo(
            "{\"attempts\":8,\"deadline\":\"PT1M\",\"revisions\":0,\"stopping\":\"fixed\","
                + "\"verifications\":2}");
  }
}
