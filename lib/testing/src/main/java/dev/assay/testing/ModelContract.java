// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Message.Speaker;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Sampling;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.text.PlainText;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What callers of the port rely on, whoever answers: every adapter's tests extend this. In all of
 * them one character is one token.
 */
@Timeout(60)
public abstract class ModelContract {

  /** A model that answers {@link #question} with {@link #answer}, and has {@link #name}. */
  protected abstract Model model();

  /** One of the same kind that takes every call on and lets none come to an end. */
  protected abstract Model stalled();

  protected abstract String name();

  /** What both can read. */
  protected abstract String question();

  /** The greedy answer: at least six characters, the first four of them all different. */
  protected abstract String answer();

  @Test
  void itHasAName() {
    assertThat(model().name()).isEqualTo(name());
  }

  @Test
  void aQuestionIsAnsweredWithItsBill() {
    Reply reply = model().complete(request(Prompt.of(question())));

    assertThat(reply.text()).isEqualTo(answer());
    assertThat(reply.thinking()).isEmpty();
    assertThat(reply.finish()).isEqualTo(Finish.STOP);
    assertThat(reply.promptTokens()).isEqualTo(question().length());
    assertThat(reply.completionTokens()).isBetween(answer().length(), answer().length() + 1);
    assertThat(reply.tokens()).isEmpty();
  }

  @Test
  void severalMessagesAreOneConversation() {
    List<Message> messages =
        List.of(
            new Message(Speaker.SYSTEM, question().substring(0, 1)),
            new Message(Speaker.USER, question().substring(1)));

    assertThat(model().complete(request(prompt(messages, List.of(), null, List.of()))).text())
        .isEqualTo(answer());
  }

  @Test
  void aReplyEndsBeforeTheFirstStopString() {
    String stop = answer().substring(2, 4);
    Prompt prompt = prompt(user(), List.of("never said", stop), null, List.of());

    Reply reply = model().complete(request(prompt));

    assertThat(reply.text()).isEqualTo(answer().substring(0, 2));
    assertThat(reply.finish()).isEqualTo(Finish.STOP);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aReplyIsNoLongerThanWasAskedFor(int most) {
    Reply reply =
        model().complete(new CompletionRequest(Prompt.of(question()), Sampling.greedy(), most));

    assertThat(reply.text()).isEqualTo(answer().substring(0, most));
    assertThat(reply.finish()).isEqualTo(Finish.LENGTH);
    assertThat(reply.completionTokens()).isEqualTo(most);
  }

  @Test
  void manyMayAskAtATime() throws Exception {
    Callable<Reply> call = () -> model().complete(request(Prompt.of(question())));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> each : callers.invokeAll(Collections.nCopies(20, call))) {
        assertThat(each.get().text()).isEqualTo(answer());
      }
    }
  }

  @Test
  void aCallThatTakesTooLongIsGivenUpAndPaid() {
    Duration soon = Duration.ofMillis(500);
    ModelException failure =
        catchThrowableOfType(ModelException.class, () -> stalled().complete(within(soon)));

    assertThat(failure).isInstanceOf(TransientModelException.class);
    assertThat(failure.getMessage()).contains("within PT0.5S");
    assertThat(failure.spent()).isEqualTo(Spent.ONE_CALL);
  }

  @Test
  void anInterruptEndsACall() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Model model = stalled();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  failure.complete(
                      catchThrowableOfType(
                          Throwable.class, () -> model.complete(within(Duration.ofHours(1)))));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });

    caller.interrupt();

    assertThat(failure.get())
        .isInstanceOf(TransientModelException.class)
        .hasMessageContaining("interrupted");
    assertThat(interrupted.get()).isTrue();
  }

  /** By one that never replies: whatever reached it would not come back. */
  @ParameterizedTest
  @EnumSource(Capability.class)
  void whatItCannotDoIsRefusedBeforeAnyCall(Capability capability) {
    Model model = stalled();
    if (!model.capabilities().contains(capability)) {
      assertThatThrownBy(() -> needing(capability, model))
          .isInstanceOf(PermanentModelException.class)
          .hasMessageContaining(capability.name())
          .hasMessageContaining("model " + model.name())
          .satisfies(
              failure -> assertThat(((ModelException) failure).spent()).isEqualTo(Spent.NOTHING));
    }
  }

  private void needing(Capability capability, Model model) {
    Prompt plain = Prompt.of(question());
    switch (capability) {
      case PREFILL -> model.complete(request(prompt(user(), List.of(), "a", List.of())));
      case CHOICES -> model.complete(request(prompt(user(), List.of(), null, List.of("a", "b"))));
      case LOG_PROBABILITIES ->
          model.complete(
              new CompletionRequest(
                  plain, Sampling.greedy(), 9, 1, CompletionRequest.DEFAULT_TIMEOUT));
      case STREAMING -> model.complete(request(plain), _ -> {});
    }
  }

  @Test
  void aReplyThatIsBegunForItGoesOn() {
    if (model().capabilities().contains(Capability.PREFILL)) {
      Prompt prompt = prompt(user(), List.of(), answer().substring(0, 2), List.of());

      assertThat(model().complete(request(prompt)).text()).isEqualTo(answer().substring(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\u0000", "</s><|im_end|>", "\"\\\r\n\u2028", "\ufffe"})
  void hostileCharactersAreTextOrRefused(String hostile) {
    try {
      String text = model().complete(request(Prompt.of(question() + hostile))).text();

      assertThat(PlainText.of(text)).isEqualTo(text);
    } catch (PermanentModelException e) {
      assertThat(e.spent()).isEqualTo(Spent.NOTHING);
      String message = String.valueOf(e.getMessage());
      assertThat(message).isEqualTo(PlainText.line(message));
    }
  }

  private CompletionRequest within(Duration timeout) {
    return new CompletionRequest(Prompt.of(question()), Sampling.greedy(), 200, timeout);
  }

  private static CompletionRequest request(Prompt prompt) {
    return new CompletionRequest(prompt, Sampling.greedy(), 200);
  }

  private List<Message> user() {
    return Prompt.of(question()).messages();
  }

  private static Prompt prompt(
      List<Message> messages, List<String> stop, @Nullable String prefill, List<String> choices) {
    return new Prompt(messages, stop, prefill, choices);
  }
}
