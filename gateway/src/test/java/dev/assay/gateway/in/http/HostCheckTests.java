// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostCheckTests {

  private static final HostCheck LOOPBACK = new HostCheck(true, List.of("Assay.Example"));

  private static MockHttpServletResponse ask(HostCheck check, String method, String... headers)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/v1/problems");
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    check.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "localhost.",
        "127.0.0.1:8080",
        "127.1.2.3",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]",
        "assay.example:80"
      })
  void thisMachineIsServedUnderItsNames(String host) throws Exception {
    assertThat(ask(LOOPBACK, "GET", "Host", host).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.evil",
        "192.168.1.7:8080",
        "0.0.0.0",
        "[::]",
        "[fe80::1]",
        "localhost:80:80",
        "[::1",
        "localhost@evil.example",
        ".",
        ""
      })
  void othersAreNot(String host) throws Exception {
    MockHttpServletResponse response = ask(LOOPBACK, "GET", "Host", host);

    assertThat(response.getStatus()).isEqualTo(421);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).contains("assay.gateway.allowed-hosts");
  }

  @Test
  void aCallerOfTheOldestKindNamesNoHost() throws Exception {
    assertThat(ask(LOOPBACK, "GET").getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://localhost.evil.example:80", "file://", ""})
  void pagesOfOtherSitesGetNoWorkDone(String origin) throws Exception {
    assertThat(ask(LOOPBACK, "POST", "Host", "localhost", "Origin", origin).getStatus())
        .isEqualTo(403);
    assertThat(ask(LOOPBACK, "DELETE", "Host", "localhost", "Origin", origin).getStatus())
        .isEqualTo(403);
    assertThat(ask(LOOPBACK, "GET", "Host", "localhost", "Origin", origin).getStatus())
        .isEqualTo(200);
  }

  @Test
  void pagesOfThisMachineMayAsk() throws Exception {
    String page = "http://127.0.0.1:3000";

    assertThat(ask(LOOPBACK, "POST", "Host", "localhost", "Origin", page).getStatus())
        .isEqualTo(200);
  }

  @Test
  void aBrowserThatSaysWhereItComesFromIsBelieved() throws Exception {
    assertThat(
            ask(LOOPBACK, "POST", "Host", "localhost", "Sec-Fetch-Site", "cross-site").getStatus())
        .isEqualTo(403);
    assertThat(
            ask(LOOPBACK, "POST", "Host", "localhost", "Sec-Fetch-Site", "same-origin").getStatus())
        .isEqualTo(200);
  }

  @Test
  void aServerOnANetworkChecksNamesIfItIsToldAny() throws Exception {
    HostCheck open = new HostCheck(false, List.of());
    HostCheck named = new HostCheck(false, List.of("assay.example"));

    assertThat(ask(open, "GET", "Host", "any.example").getStatus()).isEqualTo(200);
    assertThat(ask(named, "GET", "Host", "any.example").getStatus()).isEqualTo(421);
    assertThat(ask(named, "GET", "Host", "assay.example").getStatus()).isEqualTo(200);
  }
}
