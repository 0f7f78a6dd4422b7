// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a body than is allowed, whatever its length is said to be and however small it
 * is packed.
 */
public final class BodyLimit extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(BodyLimit.class);

  private final int most;

  public BodyLimit(int most) {
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      body = decoded(read(request), encoding(request));
    } catch (BodyException e) {
      if (e.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, identity");
      }
      ProblemDetails.of(e.status(), e.detail(), request).write(response);
      return;
    }
    chain.doFilter(new BodyRequest(request, body), response);
  }

  private byte[] read(HttpServletRequest request) throws BodyException {
    if (request.getContentLengthLong() > most) {
      throw tooLarge();
    }
    try {
      return limited(request.getInputStream());
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      LOG.debug("a body broke off", e);
      throw new BodyException(
          HttpStatus.BAD_REQUEST, "body: broke off (expected: as long as the header says)");
    }
  }

  /** Several codings, one after the other, are none that anybody uses. */
  private static String encoding(HttpServletRequest request) throws BodyException {
    String all =
        String.join(",", Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)));
    String encoding = all.strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> "identity";
      case "gzip", "x-gzip" -> "gzip";
      default ->
          throw new BodyException(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "Content-Encoding: " + ProblemDetails.shown(encoding) + " (expected: gzip, or none)");
    };
  }

  private byte[] decoded(byte[] body, String encoding) throws BodyException {
    if (encoding.equals("identity") || body.length == 0) {
      return body;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return limited(unpacked);
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      throw new BodyException(
          HttpStatus.BAD_REQUEST, "body: not gzip, as Content-Encoding says: " + e.getMessage());
    }
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] body = in.readNBytes(most + 1);
    if (body.length > most) {
      throw tooLarge();
    }
    return body;
  }

  private BodyException tooLarge() {
    return new BodyException(
        HttpStatus.CONTENT_TOO_LARGE,
        "body: larger than " + most + " bytes (expected: at most that)");
  }
}
