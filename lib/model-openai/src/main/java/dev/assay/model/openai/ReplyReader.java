// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Spent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads the answer out of a reply that the server did not refuse: a stream that was heard as it
 * came, or a body that was kept; a completion, or events that were not announced, gzipped or not.
 */
final class ReplyReader {

  private final HttpFailures failures;

  ReplyReader(HttpFailures failures) {
    this.failures = failures;
  }

  /**
   * @param room for what a gzipped body unfolds to
   * @throws ModelException if it is nothing that can be read
   */
  void read(HttpReply reply, IntPredicate room) {
    ChatAnswer answer = reply.body().answer();
    try {
      if (reply.body().streamed()) {
        reply.body().requireReadable();
      } else {
        readKept(reply, Unfolding.of(reply, room), answer);
      }
    } catch (StreamConstraintsException e) {
      throw failures.excessive(
          "the reply is not read to its end: " + e.getMessage(), answer.spent());
    } catch (JacksonException | IOException e) {
      throw failures.unreadable(e, answer.spent());
    } catch (Unfolding.FoldedException e) {
      throw failures.useless(String.valueOf(e.getMessage()), answer.spent(), e.kind());
    }
    if (reply.body().streamed()) {
      requireEnd(reply.body());
    }
  }

  /** What a server says that refuses. */
  ServerError error(HttpReply reply, IntPredicate room) {
    try {
      return ServerError.of(Unfolding.of(reply, room));
    } catch (IOException | Unfolding.FoldedException _) {
      return ServerError.inWords("its reason cannot be read");
    }
  }

  private void readKept(HttpReply reply, byte[] body, ChatAnswer answer) {
    if (!ReplyEvents.begins(body, reply.isCalledStream())) {
      readCompletion(new String(body, UTF_8), answer);
      return;
    }
    ReplyBody heard = new ReplyBody(_ -> true, body.length, answer, true);
    heard.take(ByteBuffer.wrap(body));
    heard.seal();
    heard.requireReadable();
    requireEnd(heard);
  }

  private void readCompletion(String text, ChatAnswer answer) {
    ReplyJson.Value value = ReplyJson.read(text);
    answer.add(value.json());
    if (!value.rest().isEmpty()) {
      throw failures.useless(
          "the reply goes on behind its JSON (expected: one chat completion): " + value.rest(),
          answer.spent(),
          FailureKind.UNREADABLE);
    }
  }

  private void requireEnd(ReplyBody body) {
    if (body.empty()) {
      throw failures.useless(
          "the stream ended without a word (expected: events; llama-cpp-python's server does so where"
              + " a prompt does not fit: lower assay.role.max-tokens, or start it with a longer"
              + " context)",
          Spent.ONE_CALL,
          FailureKind.CONTEXT_LENGTH);
    }
    if (!body.answered()) {
      throw failures.brokenOff(
          "the stream ended in the middle (expected: a finish_reason)", body.answer().spent());
    }
  }
}
