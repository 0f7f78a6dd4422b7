// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real server once answered, to be said again byte for byte.
 *
 * @param exchange the server and what it was asked
 * @param stream whether it was asked for a stream
 * @param logprobs how many likely tokens it was asked for
 * @param stop the stop strings that it was given
 * @param end how the reply ended
 * @param chunks the lengths of the pieces that it came in, if they were seen
 * @param headers with the status, a byte a character
 * @param body the same, without chunks
 */
record RecordedExchange(
    String exchange,
    boolean stream,
    int logprobs,
    List<String> stop,
    String end,
    List<Integer> chunks,
    String headers,
    String body) {

  static Map<String, RecordedExchange> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    RecordedExchange.class.getResourceAsStream("recorded-exchanges.jsonl.gz")),
                UTF_8))) {
      return lines
          .lines()
          .map(line -> JsonMapper.shared().readValue(line, RecordedExchange.class))
          .collect(Collectors.toMap(RecordedExchange::exchange, Function.identity()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the server left the connection open when it had said the last. */
  boolean hangs() {
    return end.equals("timeout") || end.equals("client hung up");
  }

  void to(OutputStream out) throws IOException {
    out.write(headers.getBytes(ISO_8859_1));
    byte[] bytes = body.getBytes(ISO_8859_1);
    if (!headers.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
      out.write(bytes);
      return;
    }
    int from = 0;
    for (int chunk : chunks) {
      from = chunk(bytes, from, Math.min(from + chunk, bytes.length), out);
    }
    chunk(bytes, from, bytes.length, out);
    if (end.equals("complete")) {
      out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
  }

  private static int chunk(byte[] bytes, int from, int to, OutputStream out) throws IOException {
    if (to > from) {
      out.write((Integer.toHexString(to - from) + "\r\n").getBytes(ISO_8859_1));
      out.write(bytes, from, to - from);
      out.write("\r\n".getBytes(ISO_8859_1));
      out.flush();
    }
    return to;
  }
}
