// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.CompletionRequest;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.text.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reply of the table, as it is, a byte at a time, and gzipped. */
@Timeout(60)
class RepliesTests {

  private static final List<TextTable.Row> ROWS = TextTable.of(RepliesTests.class, "replies.tsv");

  static List<TextTable.Row> rows() {
    return ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aReplyIsReadAsTheTableSays(TextTable.Row row) throws IOException {
    check(row, "", row.get("body").getBytes(UTF_8), RepliesTests::whole);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void howABodyIsCutMakesNoDifference(TextTable.Row row) throws IOException {
    check(row, "", row.get("body").getBytes(UTF_8), RepliesTests::bytewise);
  }

  /** A body has one coding. */
  static List<TextTable.Row> uncodedRows() {
    return ROWS.stream().filter(row -> !row.get("header").startsWith("Content-Encoding")).toList();
  }

  @ParameterizedTest
  @MethodSource("uncodedRows")
  void aGzippedBodyIsReadAlike(TextTable.Row row) throws IOException {
    check(
        row,
        "Content-Encoding: gzip\r\n",
        gzipped(row.get("body").getBytes(UTF_8)),
        RepliesTests::whole);
  }

  /** How the body goes out. */
  private interface Writing {
    void write(byte[] body, OutputStream out) throws IOException;
  }

  private static void check(TextTable.Row row, String coding, byte[] body, Writing writing)
      throws IOException {
    try (RawServer server =
            new RawServer(
                out -> {
                  out.write((head(row) + coding).getBytes(UTF_8));
                  writing.write(body, out);
                });
        OpenAiModel model = server.model()) {
      if (row.get("outcome").equals("reply")) {
        assertThat(model.complete(asking())).as(row.place()).isEqualTo(reply(row));
      } else {
        assertFails(row, model);
      }
    }
  }

  private static String head(TextTable.Row row) {
    String type = row.get("type").isEmpty() ? "application/json" : row.get("type");
    String header = row.get("header").isEmpty() ? "" : row.get("header") + "\r\n";
    return "HTTP/1.1 %s Said\r\nContent-Type: %s\r\n%s".formatted(row.get("status"), type, header);
  }

  private static void whole(byte[] body, OutputStream out) throws IOException {
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
    out.write(body);
  }

  private static void bytewise(byte[] body, OutputStream out) throws IOException {
    out.write("Transfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
    for (byte each : body) {
      out.write(new byte[] {'1', '\r', '\n', each, '\r', '\n'});
    }
    out.write("0\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] gzipped(byte[] body) throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(body);
    }
    return gzipped.toByteArray();
  }

  private static Reply reply(TextTable.Row row) {
    Spent spent = spent(row);
    boolean cut = row.get("body").contains("\"finish_reason\":\"length\"");
    return new Reply(
        row.get("text"),
        row.get("thinking"),
        cut ? Finish.LENGTH : Finish.STOP,
        spent.promptTokens(),
        spent.completionTokens(),
        List.of());
  }

  private static void assertFails(TextTable.Row row, OpenAiModel model) {
    ModelException failure =
        catchThrowableOfType(ModelException.class, () -> model.complete(asking()));

    assertThat(failure)
        .as(row.place())
        .isInstanceOf(
            row.get("outcome").equals("transient")
                ? TransientModelException.class
                : PermanentModelException.class)
        .hasMessageContaining(row.get("told"))
        .hasMessageContaining(row.get("remedy"));
    assertThat(failure.kind().name()).as(row.place()).isEqualTo(row.get("failure"));
    assertThat(failure.spent()).as(row.place()).isEqualTo(spent(row));
  }

  private static Spent spent(TextTable.Row row) {
    return new Spent(number(row, "calls"), number(row, "read"), number(row, "written"));
  }

  private static int number(TextTable.Row row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static CompletionRequest asking() {
    return new CompletionRequest(Prompt.of("What is 6 · 7?"), Sampling.greedy(), 128);
  }
}
