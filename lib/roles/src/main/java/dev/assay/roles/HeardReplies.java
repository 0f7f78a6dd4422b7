// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static java.util.Objects.requireNonNullElse;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.HeardCall;
import dev.assay.model.Reply;
import dev.assay.prompts.Reading.Inquiry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replies as they travel with a task, from the delivery that bought them to the next. */
final class HeardReplies {

  private HeardReplies() {}

  /**
   * As much of a reply as its reader needs. How likely its tokens were is long, and mostly says
   * nothing where the reply is not the last one: it is left out where it reads the same without.
   */
  static HeardCall.Said of(Reply reply, Inquiry<?> inquiry) {
    Reply bare = with(reply, List.of());
    boolean telling = !reply.tokens().isEmpty() && !inquiry.read(bare).equals(inquiry.read(reply));
    return new HeardCall.Said(
        reply.text(),
        reply.thinking().isEmpty() ? null : reply.thinking(),
        switch (reply.finish()) {
          case STOP -> FinishReason.STOP;
          case LENGTH -> FinishReason.LENGTH;
        },
        reply.promptTokens(),
        reply.completionTokens(),
        reply.cachedTokens() == 0 ? null : reply.cachedTokens(),
        telling ? reply.tokens().stream().map(HeardReplies::token).toList() : null);
  }

  private static HeardCall.Token token(Reply.Token token) {
    return new HeardCall.Token(token.text(), token.logProbability(), token.alternatives());
  }

  /** What was said then. */
  static Reply reply(HeardCall.Said said) {
    return new Reply(
        said.text(),
        requireNonNullElse(said.thinking(), ""),
        switch (said.finish()) {
          case STOP -> Reply.Finish.STOP;
          case LENGTH -> Reply.Finish.LENGTH;
        },
        said.promptTokens(),
        said.completionTokens(),
        tokens(said.tokens()),
        requireNonNullElse(said.cachedTokens(), 0));
  }

  private static List<Reply.Token> tokens(@Nullable List<HeardCall.Token> tokens) {
    return requireNonNullElse(tokens, List.<HeardCall.Token>of()).stream()
        .map(each -> new Reply.Token(each.text(), each.logProbability(), each.alternatives()))
        .toList();
  }

  private static Reply with(Reply reply, List<Reply.Token> tokens) {
    return new Reply(
        reply.text(),
        reply.thinking(),
        reply.finish(),
        reply.promptTokens(),
        reply.completionTokens(),
        tokens,
        reply.cachedTokens());
  }
}
