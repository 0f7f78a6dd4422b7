// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/** A request whose body is at hand. */
final class BodyRequest extends HttpServletRequestWrapper {

  private final ByteArrayInputStream body;

  BodyRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = new ByteArrayInputStream(body);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new BodyStream(body);
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
