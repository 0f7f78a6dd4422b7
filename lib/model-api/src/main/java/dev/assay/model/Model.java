// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A language model, wherever it runs. The one seam between Assay's cores and the GPU server, the
 * in-process decoder or the script of a test: a core never learns which of them answered.
 *
 * <p>Implementations are safe for use by many threads at once; callers are expected to be virtual
 * threads that block, and an adapter may batch the calls that are in flight together.
 */
public interface Model {

  /** The name that appears in evidence and in usage: which weights answered. */
  String name();

  /**
   * Completes the prompt and returns when generation has ended.
   *
   * @param tokens is handed each piece of text as it is generated, on a thread of the adapter's
   *     choice; it must be quick and must not throw
   * @throws TransientModelException if asking again later may help: time-out, 429, 5xx, overload
   * @throws PermanentModelException if it cannot: the prompt is too long, the key is refused
   */
  Completion complete(CompletionRequest request, Consumer<String> tokens);

  /** {@link #complete(CompletionRequest, Consumer)} for callers who only want the whole text. */
  default Completion complete(CompletionRequest request) {
    return complete(request, _ -> {});
  }

  /** How long a call may last when the request does not say. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
}
