// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class AcceptedTypesTests {

  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new Serving())
          .setContentNegotiationManager(new ContentNegotiationManager(new AcceptedTypes()))
          .setMessageConverters(new JacksonJsonHttpMessageConverter(HttpJson.mapper()))
          .build();

  /** Serves JSON only. */
  @RestController
  static class Serving {

    @GetMapping(value = "/", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> serve() {
      return Map.of("answer", "√2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/json;charset=utf-16",
        "application/json; charset=ISO-8859-1",
        "application/json; charset=UTF-32BE",
        "application/json; version=2; indent=4",
        "text/html, application/*;charset=utf-16;q=0.5"
      })
  void jsonIsServedAsItIsWhateverParametersAreAskedFor(String accept) throws Exception {
    MockHttpServletResponse response = get(accept);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("√2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/event-stream",
        "application/xml;charset=utf-8",
        "text/*",
        "*/*;charset=none"
      })
  void anotherTypeIsRefused(String accept) throws Exception {
    assertThat(get(accept).getStatus()).isEqualTo(406);
  }

  private MockHttpServletResponse get(String accept) throws Exception {
    return web.perform(MockMvcRequestBuilders.get("/").header("Accept", accept))
        .andReturn()
        .getResponse();
  }
}
