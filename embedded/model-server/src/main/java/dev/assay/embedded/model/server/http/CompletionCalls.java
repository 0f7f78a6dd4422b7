// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.embedded.model.server.weights.ServedModels;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** From the body of a request to that of its reply. */
public final class CompletionCalls {

  private final ServedModels models;
  private final int largestBody;
  private final Duration timeout;
  private final MeterRegistry meters;

  /**
   * @param largestBody in bytes
   * @param timeout of a call
   */
  public CompletionCalls(
      ServedModels models, int largestBody, Duration timeout, MeterRegistry meters) {
    this.models = models;
    this.largestBody = largestBody;
    this.timeout = timeout;
    this.meters = meters;
  }

  /**
   * @param gone whether the client has left
   */
  JsonNode complete(InputStream body, BooleanSupplier gone) throws IOException {
    AskedCompletion asked = AskedCompletion.read(bounded(body), timeout);
    Model model =
        models
            .find(asked.model())
            .orElseThrow(() -> ApiFailure.unknownModel(asked.model(), models.names()));
    Reply reply = reply(model, asked, gone);
    count(model, "prompt", reply.promptTokens());
    count(model, "completion", reply.completionTokens());
    return CompletionReply.of(model.name(), reply, Instant.now());
  }

  private byte[] bounded(InputStream body) throws IOException {
    byte[] read = body.readNBytes(largestBody + 1);
    if (read.length > largestBody) {
      throw ApiFailure.tooLarge(largestBody);
    }
    return read;
  }

  private static Reply reply(Model model, AskedCompletion asked, BooleanSupplier gone)
      throws IOException {
    try {
      return WatchedCall.complete(model, asked.request(), gone);
    } catch (ModelException e) {
      throw ApiFailure.of(e);
    }
  }

  private void count(Model model, String kind, int tokens) {
    meters.counter("assay.model.tokens", "model", model.name(), "kind", kind).increment(tokens);
  }
}
