// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ServerCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of one connection that says byte by byte what a test wants, keeps the connection open
 * when it has said it, and sees when the other side hangs up.
 */
final class RawServer implements AutoCloseable {

  static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final boolean closes;
  private final ServerSocket listening;
  private final CountDownLatch said = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  /** What a server says when it has read the question. */
  interface Speech {
    void to(OutputStream out) throws IOException;
  }

  RawServer(Speech speech) throws IOException {
    this(speech, false);
  }

  /** One that hangs up when it has said everything, if it does. */
  RawServer(Speech speech, boolean closes) throws IOException {
    this.closes = closes;
    listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(speech));
  }

  /** One that says this and then nothing. */
  static RawServer saying(String words) throws IOException {
    return new RawServer(out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
  }

  /** One that says this and then that for ever. */
  static RawServer repeating(String words, String chorus) throws IOException {
    byte[] again = chorus.getBytes(StandardCharsets.UTF_8);
    return new RawServer(
        out -> {
          out.write(words.getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write(again);
          }
        });
  }

  private void serve(Speech speech) {
    try (Socket socket = listening.accept()) {
      InputStream in = socket.getInputStream();
      readQuestion(in);
      speech.to(socket.getOutputStream());
      said.countDown();
      if (closes) {
        return;
      }
      // There is nothing but the end, when it comes.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Reset is hung up, too.
    } finally {
      hungUp.countDown();
    }
  }

  private static void readQuestion(InputStream in) throws IOException {
    StringBuilder headers = new StringBuilder();
    while (headers.indexOf("\r\n\r\n") < 0) {
      headers.append((char) in.read());
    }
    Matcher length = LENGTH.matcher(headers);
    if (length.find()) {
      in.readNBytes(Integer.parseInt(length.group(1)));
    }
  }

  OpenAiModel model() {
    return model(ServerCalls.USUAL);
  }

  OpenAiModel model(ServerCalls calls) {
    URI url = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
    return new OpenAiModel(new OpenAiSettings(url, "tiny", null, calls));
  }

  /** A model at an address where nobody listens. */
  static OpenAiModel nowhere() throws IOException {
    RawServer closed = saying("");
    closed.close();
    return closed.model();
  }

  /** Returns when everything has been said. */
  void awaitSaid() throws InterruptedException {
    said.await();
  }

  /** Returns when the client has closed the connection. */
  void awaitHangUp() throws InterruptedException {
    hungUp.await();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
