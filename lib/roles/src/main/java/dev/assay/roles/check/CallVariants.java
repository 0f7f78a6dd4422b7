// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelSource;
import dev.assay.model.Reply;
import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same server, called otherwise than it is configured: what it honours is not known from
 * outside, and found out by calls. They fail as any call does.
 *
 * @param opener opens a model
 */
record CallVariants(ModelSource source, Function<ModelSource, Model> opener, CheckBill bill) {

  /** One call, its reply kept to the prompt's choices in this way. */
  Reply constrained(Constraint way, CompletionRequest request) {
    ServerCalls usual = calls();
    return ask(with(usual.stream(), usual.logProbabilities(), usual.prefill(), way), request);
  }

  /** One call, its reply begun in this way. */
  Reply begun(Prefill way, CompletionRequest request) {
    ServerCalls usual = calls();
    return ask(with(usual.stream(), usual.logProbabilities(), way, usual.constraint()), request);
  }

  /** One call whose reply is streamed. */
  Reply streamed(CompletionRequest request) {
    ServerCalls usual = calls();
    return ask(with(true, usual.logProbabilities(), usual.prefill(), usual.constraint()), request);
  }

  /** One call that asks how likely tokens are. */
  Reply withLogProbabilities(CompletionRequest request) {
    ServerCalls usual = calls();
    return ask(with(usual.stream(), true, usual.prefill(), usual.constraint()), request);
  }

  private ServerCalls calls() {
    return Objects.requireNonNullElse(source.calls(), ServerCalls.USUAL);
  }

  private ServerCalls with(
      @Nullable Boolean stream,
      @Nullable Boolean logProbabilities,
      @Nullable Prefill prefill,
      @Nullable Constraint constraint) {
    ServerCalls usual = calls();
    return new ServerCalls(
        stream,
        usual.rename(),
        usual.leaveOut(),
        usual.add(),
        logProbabilities,
        usual.connectTimeout(),
        usual.firstByteTimeout(),
        usual.betweenBytesTimeout(),
        usual.most(),
        prefill,
        constraint,
        usual.gzip());
  }

  private Reply ask(ServerCalls calls, CompletionRequest request) {
    Model model =
        opener.apply(
            new ModelSource(
                source.provider(),
                source.folder(),
                source.url(),
                source.name(),
                source.apiKey(),
                source.apiKeyFile(),
                calls,
                source.price()));
    try {
      return bill.ask(model, request);
    } finally {
      close(model);
    }
  }

  private static void close(Model model) {
    if (model instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        throw new IllegalStateException("a model does not close", e);
      }
    }
  }
}
