// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is, as configuration says it. What is blank is not said, so that an environment
 * variable that nobody set leaves the others in force.
 *
 * @param provider who opens it, by {@link ModelProvider#name}, or null for the one that can
 * @param folder of a checkpoint to run in this process
 * @param url of an OpenAI-compatible server, such as http://localhost:8000/v1; a comma between two
 *     that have the same model
 * @param name which of a server's models
 * @param apiKey sent to a server that wants one
 * @param apiKeyFile a file that holds it, and is read again when it changes; goes before it
 * @param calls how a server is called, where it is particular; null for the usual way
 * @param price what its tokens cost; null where nobody says
 */
public record ModelSource(
    @Nullable String provider,
    @Nullable Path folder,
    @Nullable String url,
    @Nullable String name,
    @Nullable String apiKey,
    @Nullable Path apiKeyFile,
    @Nullable ServerCalls calls,
    @Nullable ModelPrice price) {

  public ModelSource {
    provider = said(provider);
    url = said(url);
    name = said(name);
    apiKey = said(apiKey);
    apiKeyFile = apiKeyFile == null || apiKeyFile.toString().isBlank() ? null : apiKeyFile;
    calls = calls == null ? ServerCalls.USUAL : calls;
    price = price == null ? ModelPrice.NONE : price;
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Refuses a source that says neither where a server nor where a checkpoint is.
   *
   * @throws IllegalArgumentException by the names of the properties
   */
  public void requirePlace() {
    if (url == null && folder == null) {
      throw new IllegalArgumentException(
          "assay.role.model: neither url nor folder (expected: the url of an OpenAI-compatible"
              + " server, or the folder of a checkpoint; see docs/models.md)");
    }
  }

  /** Never the key: settings end up in logs. */
  @Override
  public String toString() {
    return "ModelSource[provider=%s, folder=%s, url=%s, name=%s, apiKey=%s, apiKeyFile=%s, calls=%s, price=%s]"
        .formatted(
            provider, folder, url, name, apiKey == null ? "none" : "***", apiKeyFile, calls, price);
  }
}
