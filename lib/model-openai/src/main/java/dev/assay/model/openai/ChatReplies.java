// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Spent;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a server's answer means: a reply, or why there is none.
 *
 * <p>An answer without a choice, or with a choice without content, answers nothing and is asked for
 * again; but when the length limit came before the first word, as it does to a model that thinks in
 * a field of its own, the tokens were bought, and the reply is the empty text.
 */
final class ChatReplies {

  private static final Set<String> LENGTH = Set.of("length", "max_tokens", "model_length");
  private static final Set<String> BROKEN_OFF =
      Set.of("abort", "error", "insufficient_system_resource");

  private final HttpFailures failures;
  private final Constraining constraining;

  ChatReplies(HttpFailures failures, Constraining constraining) {
    this.failures = failures;
    this.constraining = constraining;
  }

  /**
   * @param retryAfter what the reply says of that, if it should hold an error
   * @throws ModelException if the answer says nothing
   */
  Reply read(ChatAnswer answer, Prompt prompt, Optional<RetryAfter> retryAfter) {
    Spent spent = answer.spent();
    answer
        .error()
        .ifPresent(
            error -> {
              throw failed(error, answer, retryAfter);
            });
    if (!answer.hasChoice()) {
      throw failures.empty("the reply has no choices", spent);
    }
    String said = Prefilling.behind(prompt.prefill(), content(answer, spent));
    String chosen = constraining.unwrapped(prompt.choices(), said);
    String text = StopStrings.before(prompt.stop(), chosen);
    boolean stopped = text.length() < chosen.length();
    return new Reply(
        text,
        answer.parts().thinking(),
        LENGTH.contains(answer.reason()) && !stopped ? Finish.LENGTH : Finish.STOP,
        spent.promptTokens(),
        spent.completionTokens(),
        answer.tokens(),
        spent.cachedTokens());
  }

  /** An error in place of a choice costs nothing, unless the server says what it has cost. */
  private ModelException failed(
      ServerError error, ChatAnswer answer, Optional<RetryAfter> retryAfter) {
    boolean bought = answer.hasChoice() || !answer.spent().equals(Spent.ONE_CALL);
    return failures.refused(
        error.status(),
        retryAfter,
        error,
        bought || error.status() == 0 ? answer.spent() : Spent.NOTHING);
  }

  private String content(ChatAnswer answer, Spent spent) {
    String reason = answer.reason();
    MessageParts parts = answer.parts();
    if (reason.equals("content_filter")) {
      throw failures.useless(
          "the server's content filter withheld the reply", spent, FailureKind.WITHHELD);
    }
    if (BROKEN_OFF.contains(reason)) {
      throw failures.brokenOff("generation broke off (finish_reason: " + reason + ")", spent);
    }
    if (parts.text().isBlank() && !parts.refusal().isBlank()) {
      throw failures.useless("refused: " + parts.refusal(), spent, FailureKind.WITHHELD);
    }
    if (parts.text().isBlank() && !LENGTH.contains(reason)) {
      throw nothingSaid(parts, reason, spent);
    }
    return parts.text();
  }

  private ModelException nothingSaid(MessageParts parts, String reason, Spent spent) {
    return parts.thinking().isBlank() || reason.isEmpty()
        ? failures.empty("the reply has no content (finish_reason: " + reason + ")", spent)
        : failures.useless(
            "the whole reply came as thinking and nothing as said (expected: content; a model that"
                + " does not think needs a server without a reasoning parser, such as vLLM without"
                + " --reasoning-parser)",
            spent,
            FailureKind.THINKING_ONLY);
  }
}
