// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a model on a server is called, where the server is particular. What is not said is as most
 * servers have it.
 *
 * @param stream whether replies come piece by piece; null for wherever the server does so
 * @param rename fields of the request that the server knows by other names, such as {@code
 *     max_tokens=max_completion_tokens}, with a comma between two
 * @param leaveOut fields that it refuses, with a comma between two
 * @param add a JSON object of fields that are sent besides
 * @param logProbabilities whether it says how likely each token was
 * @param connectTimeout the longest wait for a connection
 * @param firstByteTimeout the longest wait for the first byte of a reply that comes piece by piece,
 *     queues included; null for as long as the call may take
 * @param betweenBytesTimeout the longest silence after that
 * @param most calls at a time; null for any number
 * @param prefill how it is made to go on with a reply that is begun for it; null as {@link
 *     Prefill#NONE}
 * @param constraint how it is kept to a few given texts; null as {@link Constraint#NONE}
 * @param gzip whether requests are packed; null for no, as most servers refuse what is
 */
public record ServerCalls(
    @Nullable Boolean stream,
    @Nullable String rename,
    @Nullable String leaveOut,
    @Nullable String add,
    @Nullable Boolean logProbabilities,
    @Nullable Duration connectTimeout,
    @Nullable Duration firstByteTimeout,
    @Nullable Duration betweenBytesTimeout,
    @Nullable Integer most,
    @Nullable Prefill prefill,
    @Nullable Constraint constraint,
    @Nullable Boolean gzip) {

  private static final String PROPERTY = "assay.role.model.calls.";

  /** As most servers have it. */
  public static final ServerCalls USUAL =
      new ServerCalls(null, null, null, null, null, null, null, null, null, null, null, null);

  /** How a server is made to go on with a reply that is begun for it. */
  public enum Prefill {
    /** It is not: it has no {@link Capability#PREFILL}. */
    NONE,
    /** By a last message of the assistant's, and flags that say so: vLLM, SGLang, llama-server. */
    CONTINUE,
    /** By a last message of the assistant's alone: llama-server, hosted models that go on. */
    LAST_MESSAGE
  }

  /** How a server is kept to a few given texts. */
  public enum Constraint {
    /** It is not: it has no {@link Capability#CHOICES}. */
    NONE,
    /** By {@code structured_outputs}: vLLM from 0.12. */
    STRUCTURED_OUTPUTS,
    /** By {@code guided_choice}: vLLM up to 0.11. */
    GUIDED,
    /** By a {@code grammar} in GBNF: llama.cpp, Python's server of it included. */
    GRAMMAR,
    /** By a JSON schema with an enumeration, out of which the text is taken: hosted models. */
    JSON_SCHEMA
  }

  public ServerCalls {
    rename = said(rename);
    leaveOut = said(leaveOut);
    add = said(add);
    prefill = prefill == null ? Prefill.NONE : prefill;
    constraint = constraint == null ? Constraint.NONE : constraint;
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("first-byte-timeout", firstByteTimeout);
    requirePositive("between-bytes-timeout", betweenBytesTimeout);
    if (most != null && most < 1) {
      throw new IllegalArgumentException(PROPERTY + "most: " + most + " (expected: >= 1)");
    }
  }

  /** The names of all of it in configuration, such as {@code connect-timeout}, in order. */
  public static List<String> settings() {
    return Stream.of(ServerCalls.class.getRecordComponents())
        .map(each -> each.getName().replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void requirePositive(String property, @Nullable Duration time) {
    if (time != null && !time.isPositive()) {
      throw new IllegalArgumentException(
          PROPERTY + property + ": " + time + " (expected: a positive time, such as 30s)");
    }
  }
}
