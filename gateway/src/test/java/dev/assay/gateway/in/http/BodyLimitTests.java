// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTests {

  private static final int MOST = 1_000;
  private static final byte[] TEXT = "{\"question\": \"2+2?\"}".getBytes(StandardCharsets.UTF_8);

  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  private void send(byte[] body, String... encodings) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/problems");
    request.setContent(body);
    for (String each : encodings) {
      request.addHeader("Content-Encoding", each);
    }
    new BodyLimit(MOST).doFilter(request, response, chain);
  }

  private byte[] passedOn() throws IOException {
    return chain.getRequest().getInputStream().readAllBytes();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
  void aPackedBodyIsUnpacked(String encoding) throws Exception {
    send(gzip(TEXT), encoding);

    assertThat(passedOn()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", ""})
  void aPlainBodyIsTakenAsItIs(String encoding) throws Exception {
    send(TEXT, encoding);

    assertThat(passedOn()).isEqualTo(TEXT);
  }

  @Test
  void aSmallBodyThatUnpacksToALargeOneIsTooLarge() throws Exception {
    send(gzip(new byte[100_000]), "gzip");

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void aLongBodyThatUnpacksToNothingIsTooLarge() throws Exception {
    byte[] header = Arrays.copyOf(gzip(new byte[0]), 10);
    byte[] emptyBlocks = new byte[5 * MOST];
    for (int i = 0; i < emptyBlocks.length; i += 5) {
      // A stored block of no bytes, that is not the last.
      emptyBlocks[i + 3] = (byte) 0xff;
      emptyBlocks[i + 4] = (byte) 0xff;
    }
    byte[] body = Arrays.copyOf(header, header.length + emptyBlocks.length);
    System.arraycopy(emptyBlocks, 0, body, header.length, emptyBlocks.length);

    send(body, "gzip");

    assertThat(response.getStatus()).isEqualTo(413);
  }

  @Test
  void theLargestBodyFits() throws Exception {
    send(gzip(new byte[MOST]), "gzip");

    assertThat(passedOn()).hasSize(MOST);
  }

  @Test
  void whatIsNotPackedAsItSaysIsRefused() throws Exception {
    send(TEXT, "gzip");

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("not gzip");
  }

  @Test
  void whatBreaksOffIsRefused() throws Exception {
    send(Arrays.copyOf(gzip(TEXT), 20), "gzip");

    assertThat(response.getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip\u0000"})
  void otherPackingsAreNamedAndRefused(String encoding) throws Exception {
    send(TEXT, encoding);

    assertThat(response.getStatus()).isEqualTo(415);
    assertThat(response.getHeader("Accept-Encoding")).contains("gzip");
  }
}
