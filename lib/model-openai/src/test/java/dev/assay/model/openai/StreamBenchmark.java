// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Prompt;
import dev.assay.model.Sampling;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What a chunk of a stream costs in processor time: by the adapter, and by a bare client that reads
 * the same bytes and throws them away. The server is in the same process, and in both figures.
 */
final class StreamBenchmark implements AutoCloseable {

  private static final int STREAMS = 64;
  private static final int CHUNKS = 500;
  private static final int ROUNDS = 10;

  /** The first of them has the compiler's work in it. */
  private static final int GROUPS = 4;

  private static final String CHUNK =
      """
      data: {"id":"chatcmpl-8f5790869bd20188","object":"chat.completion.chunk","created":1795820736,\
      "model":"smollm2-135m-instruct","choices":[{"index":0,"delta":{"content":" capital"},\
      "logprobs":null,"finish_reason":%s,"token_ids":null}]}

      """;

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI url;

  private StreamBenchmark() throws IOException {
    listening = new ServerSocket(0, STREAMS, InetAddress.getLoopbackAddress());
    url = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
    threads.execute(this::serve);
  }

  public static void main(String[] args) throws Exception {
    try (StreamBenchmark bench = new StreamBenchmark()) {
      bench.run();
    }
  }

  private void run() throws Exception {
    try (OpenAiModel model = new OpenAiModel(new OpenAiSettings(url, "m", null));
        HttpClient bare = HttpClient.newHttpClient()) {
      for (int group = 0; group < GROUPS; group++) {
        double without = 0;
        double with = 0;
        for (int round = 0; round < ROUNDS; round++) {
          without += microseconds(() -> read(bare)) / ROUNDS;
          with += microseconds(() -> complete(model)) / ROUNDS;
        }
        System.out.printf(
            "%d streams of %d chunks: %.2f µs a chunk by the adapter, %.2f by a bare client, %.2f more%n",
            STREAMS, CHUNKS, with, without, with - without);
      }
    }
  }

  private static int complete(OpenAiModel model) {
    return model
        .complete(new CompletionRequest(Prompt.of("?"), Sampling.greedy(), CHUNKS))
        .text()
        .length();
  }

  private int read(HttpClient client) {
    HttpRequest request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString("{}")).build();
    return client.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
  }

  /** Of the whole process, for each chunk of all the streams at a time. */
  private double microseconds(Callable<Integer> call)
      throws InterruptedException, ExecutionException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    for (var each : threads.invokeAll(IntStream.range(0, STREAMS).mapToObj(_ -> call).toList())) {
      each.get();
    }
    return (system.getProcessCpuTime() - before) / 1_000.0 / STREAMS / CHUNKS;
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = listening.accept();
        threads.execute(() -> answer(socket));
      }
    } catch (IOException e) {
      // Closed: there is nobody left to serve.
    }
  }

  private static void answer(Socket socket) {
    byte[] chunk = chunk(CHUNK.formatted("null"));
    byte[] last = chunk(CHUNK.formatted("\"stop\""));
    try (socket) {
      InputStream in = socket.getInputStream();
      in.read(new byte[8_192]);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(UTF_8));
      for (int i = 1; i < CHUNKS; i++) {
        out.write(chunk);
      }
      out.write(last);
      out.write("0\r\n\r\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] chunk(String event) {
    byte[] bytes = event.getBytes(UTF_8);
    return (Integer.toHexString(bytes.length) + "\r\n" + event + "\r\n").getBytes(UTF_8);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
