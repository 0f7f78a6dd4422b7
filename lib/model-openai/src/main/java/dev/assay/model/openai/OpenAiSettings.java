// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Capability;
import dev.assay.model.ServerCalls;
import dev.assay.model.ServerCalls.Constraint;
import dev.assay.model.ServerCalls.Prefill;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and what to ask it for; checked here, so that a slip of the configuration is
 * told at start-up by the name of its property.
 *
 * @param baseUrl the address that {@code /chat/completions} is added to; it usually ends in {@code
 *     /v1}
 * @param model the name under which the server knows the model
 * @param apiKey sent as a bearer token, or null where the server asks for none; a blank one is none
 * @param apiKeyFile a file that holds the key, and goes before it; read again when it changes
 * @param calls how the server is called, where it is particular
 */
public record OpenAiSettings(
    URI baseUrl,
    String model,
    @Nullable String apiKey,
    @Nullable Path apiKeyFile,
    ServerCalls calls) {

  private static final String URL = "assay.role.model.url";
  private static final String PATH = "/chat/completions";
  private static final int LAST_PORT = 65_535;

  public OpenAiSettings {
    requireUrl(baseUrl);
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException(
          "assay.role.model.name: missing (expected: the model's name on the server)");
    }
    apiKey = ApiKey.checked(apiKey);
    RequestShape _ = RequestShape.of(calls);
  }

  /** With a key that does not change. */
  public OpenAiSettings(URI baseUrl, String model, @Nullable String apiKey, ServerCalls calls) {
    this(baseUrl, model, apiKey, null, calls);
  }

  /** Of a server that is called as most are. */
  public OpenAiSettings(URI baseUrl, String model, @Nullable String apiKey) {
    this(baseUrl, model, apiKey, ServerCalls.USUAL);
  }

  private static void requireUrl(@Nullable URI url) {
    if (url == null) {
      throw wrongUrl("missing", "such as http://localhost:8000/v1");
    }
    if (url.getRawUserInfo() != null) {
      throw wrongUrl("carries credentials", "none; a key goes into assay.role.model.api-key");
    }
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    boolean https = "https".equalsIgnoreCase(url.getScheme());
    if (!(http || https) || url.getHost() == null) {
      throw wrongUrl(url.toString(), "http:// or https:// and a host");
    }
    if (url.getPort() > LAST_PORT) {
      throw wrongUrl(url.toString(), "a port up to " + LAST_PORT);
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw wrongUrl("carries a query or a fragment", "an address that a path can be added to");
    }
    if (withoutSlash(url).endsWith(PATH)) {
      throw wrongUrl(url.toString(), "the address before " + PATH);
    }
  }

  private static IllegalArgumentException wrongUrl(String what, String expected) {
    return new IllegalArgumentException(URL + ": " + what + " (expected: " + expected + ")");
  }

  /** What the server can do beyond plain chat, as far as it is said to. */
  Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    if (Boolean.TRUE.equals(calls.logProbabilities())) {
      capabilities.add(Capability.LOG_PROBABILITIES);
    }
    if (calls.prefill() != Prefill.NONE) {
      capabilities.add(Capability.PREFILL);
    }
    if (calls.constraint() != Constraint.NONE) {
      capabilities.add(Capability.CHOICES);
    }
    return Collections.unmodifiableSet(capabilities);
  }

  /** The address of chat completions. */
  URI endpoint() {
    return URI.create(withoutSlash(baseUrl) + PATH);
  }

  /** The address of the list of its models. */
  URI models() {
    return URI.create(withoutSlash(baseUrl) + "/models");
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Never the key: settings end up in logs. */
  @Override
  public String toString() {
    return "OpenAiSettings[baseUrl=%s, model=%s, apiKey=%s, apiKeyFile=%s, calls=%s]"
        .formatted(baseUrl, model, apiKey == null ? "none" : "***", apiKeyFile, calls);
  }
}
