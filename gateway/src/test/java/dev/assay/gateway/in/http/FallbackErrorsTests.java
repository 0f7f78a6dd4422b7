// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class FallbackErrorsTests {

  @Test
  void whatTheCallerDidIsNoFailureOfTheGateway() {
    assertThat(FallbackErrors.detail(HttpStatus.HTTP_VERSION_NOT_SUPPORTED))
        .isEqualTo("the version is not served (expected: HTTP/1.1)");
    assertThat(FallbackErrors.detail(HttpStatus.EXPECTATION_FAILED))
        .contains("cannot be served", "Expectation Failed");
    assertThat(FallbackErrors.detail(HttpStatus.INTERNAL_SERVER_ERROR)).contains("its log says");
  }

  @Test
  void aBodyThatBreaksOffIsAmongWhatCannotBeRead() {
    assertThat(FallbackErrors.detail(HttpStatus.BAD_REQUEST)).contains("body as long as");
  }
}
