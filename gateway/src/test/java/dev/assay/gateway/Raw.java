// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A caller that says what it wants to, byte by byte. */
final class Raw {

  private final URI url;

  Raw(URI url) {
    this.url = url;
  }

  /** Sends text, one byte a character, and leaves the connection to the caller of this. */
  Socket open(String request) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Everything that comes back before the server ends the connection. */
  String exchange(String request) {
    try (Socket socket = open(request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
