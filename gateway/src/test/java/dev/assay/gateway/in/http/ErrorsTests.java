// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.core.Refusal;
import dev.assay.messaging.DatabaseFailures;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.exc.JacksonIOException;

class ErrorsTests {

  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new Failing())
          .setControllerAdvice(new Errors(DatabaseFailures::passes))
          .setMessageConverters(new JacksonJsonHttpMessageConverter(HttpJson.mapper()))
          .build();

  /** Fails as it is asked to. */
  @RestController
  static class Failing {

    private static final Map<String, RuntimeException> FAILURES =
        Map.of(
            "left", JacksonIOException.construct(new IOException("broken pipe")),
            "away", new DataAccessResourceFailureException("secret host"),
            "bug", new IllegalStateException("secret state"),
            "stopping", new Refusal(Refusal.Kind.STOPPING, "stopping"),
            "full", new Refusal(Refusal.Kind.FULL, "3 MB left"));

    @GetMapping("/{how}")
    String fail(@PathVariable String how) {
      throw FAILURES.get(how);
    }
  }

  @Test
  void anAbsentDatabaseIsSaidWithoutDetails() throws Exception {
    MockHttpServletResponse response = get("/away");

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getHeader("x-should-retry")).isNull();
    assertThat(response.getContentAsString()).doesNotContain("secret");
  }

  @Test
  void aCallerWhoLeavesInTheMiddleIsToldNothing() throws Exception {
    assertThat(get("/left").getContentAsString()).isEmpty();
  }

  @Test
  void aBugIsSaidWithoutDetails() throws Exception {
    MockHttpServletResponse response = get("/bug");

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).doesNotContain("secret", "dev.assay");
  }

  @Test
  void aStoppingReplicaSendsElsewhere() throws Exception {
    assertThat(get("/stopping").getStatus()).isEqualTo(503);
  }

  @Test
  void whatIsUnderWayIsAskedForAgainByItsKeyOnly() throws Exception {
    var keyed = MockMvcRequestBuilders.get("/stopping").header("Idempotency-Key", "k");

    assertThat(get("/stopping").getHeader("x-should-retry")).isEqualTo("false");
    assertThat(web.perform(keyed).andReturn().getResponse().getHeader("x-should-retry")).isNull();
  }

  @Test
  void aBugIsNotToBeMetAgain() throws Exception {
    assertThat(get("/bug").getHeader("x-should-retry")).isEqualTo("false");
  }

  @Test
  void aFullDiskIsSaidAsSuch() throws Exception {
    MockHttpServletResponse response = get("/full");

    assertThat(response.getStatus()).isEqualTo(507);
    assertThat(response.getContentAsString()).contains("3 MB left");
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return web.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
  }
}
