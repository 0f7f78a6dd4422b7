// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A language model, wherever it runs. The one seam between Assay's cores and the GPU server, the
 * in-process decoder or the script of a test: a core never learns which of them answered.
 *
 * <p>Implementations are safe for use by many threads at once; callers are expected to be virtual
 * threads that block, and an adapter may batch the calls that are in flight together. Whoever
 * interrupts the calling thread hangs up: the call ends as a transient failure with its bill, the
 * thread is interrupted still, and the model generates no longer for nobody.
 */
public interface Model {

  /** The name that appears in evidence and in usage: which weights answered. */
  String name();

  /** What it can do beyond what all can; see {@link #requireAble}. */
  Set<Capability> capabilities();

  /**
   * Looks, within seconds and without a call that costs anything, whether it would answer.
   *
   * @return what is wrong and what to do, in one line; empty if nothing is known against it
   */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /**
   * The names of all models that its server has, for whoever looks for the right one: bounded, and
   * without a call that costs anything. Empty where there is none, or it does not say.
   */
  default List<String> listed() {
    return List.of();
  }

  /**
   * Answers the prompt and returns when generation has ended.
   *
   * @throws TransientModelException if asking again later may help: time-out, 429, 5xx, overload,
   *     an interrupt
   * @throws PermanentModelException if it cannot: the prompt is too long, the key is refused, or
   *     the request needs a capability that the model has not
   */
  Reply complete(CompletionRequest request);

  /**
   * The same by a model with {@link Capability#STREAMING}; any other refuses before the call.
   *
   * @param listener is handed each piece of the text as it is generated, on the calling thread; it
   *     must be quick and must not throw
   */
  default Reply complete(CompletionRequest request, Consumer<String> listener) {
    requireAble(Capability.STREAMING);
    throw new UnsupportedOperationException(
        getClass().getName() + " declares " + Capability.STREAMING + " and does not stream");
  }

  /**
   * Refuses a request that asks for more than the model can do: every adapter begins with this, as
   * what is silently left out would be taken for the model's own answer.
   *
   * @throws PermanentModelException with the capability and the model
   */
  default void requireAble(CompletionRequest request) {
    Capability.neededBy(request).forEach(this::requireAble);
  }

  private void requireAble(Capability capability) {
    if (!capabilities().contains(capability)) {
      throw new PermanentModelException(
          "model %s has no capability %s (expected: a request without it; it has: %s)"
              .formatted(name(), capability, capabilities()));
    }
  }
}
