// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
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
    @Nullable Integer most) {

  private static final String PROPERTY = "assay.role.model.calls.";

  /** As most servers have it. */
  public static final ServerCalls USUAL =
      new ServerCalls(null, null, null, null, null, null, null, null, null);

  public ServerCalls {
    rename = said(rename);
    leaveOut = said(leaveOut);
    add = said(add);
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("first-byte-timeout", firstByteTimeout);
    requirePositive("between-bytes-timeout", betweenBytesTimeout);
    if (most != null && most < 1) {
      throw new IllegalArgumentException(PROPERTY + "most: " + most + " (expected: >= 1)");
    }
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
