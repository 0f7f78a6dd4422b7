// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.text.PlainText;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names in a server's list of models; a server without one, or with another, has none. */
final class ListedModels {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_BODY = 1 << 20;
  private static final int MOST_NAMES = 100;
  private static final int LONGEST_NAME = 200;
  private static final int OK = 200;

  private final OpenAiSettings settings;
  private final ApiKey key;

  ListedModels(OpenAiSettings settings, ApiKey key) {
    this.settings = settings;
    this.key = key;
  }

  List<String> names(HttpClient http) {
    HttpRequest.Builder request = HttpRequest.newBuilder(settings.models()).timeout(PATIENCE);
    key.giveTo(request);
    CompletableFuture<HttpResponse<byte[]>> reply =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
    try {
      HttpResponse<byte[]> list = reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return list.statusCode() == OK ? names(list.body()) : List.of();
    } catch (ExecutionException | TimeoutException | JacksonException _) {
      return List.of();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      reply.cancel(true);
    }
  }

  private static List<String> names(byte[] body) {
    JsonNode models = JsonMapper.shared().readTree(body).path("data");
    return StreamSupport.stream(models.spliterator(), false)
        .map(each -> each.path("id"))
        .filter(JsonNode::isString)
        .limit(MOST_NAMES)
        .map(each -> PlainText.line(each.stringValue(), LONGEST_NAME))
        .toList();
  }
}
