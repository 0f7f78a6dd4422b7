// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than is allowed, whatever its length is said to be. */
public final class BodyLimit extends OncePerRequestFilter {

  private final int most;

  public BodyLimit(int most) {
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > most) {
      refuse(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      refuse(request, response);
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String detail = "body: larger than " + most + " bytes (expected: at most that)";
    Problem.of(HttpStatus.CONTENT_TOO_LARGE, detail, request).write(response);
  }

  /** A request whose body is at hand. */
  private static final class ReadRequest extends HttpServletRequestWrapper {

    private final ByteArrayInputStream body;

    ReadRequest(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new ByteArrayInputStream(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new BodyStream(body);
    }
  }

  /** Servlets read from a type of their own. */
  private static final class BodyStream extends ServletInputStream {

    private final ByteArrayInputStream body;

    BodyStream(ByteArrayInputStream body) {
      this.body = body;
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return body.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read, not listened to");
    }
  }
}
