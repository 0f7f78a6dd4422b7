// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that this thread is working, so that what a state consumer decides carries on the
 * tenant and the trace of what led to it: a core names its cause, and knows nothing of headers.
 */
public final class Causes {

  private static final ScopedValue<Map<String, Envelope>> AT_WORK = ScopedValue.newInstance();

  private Causes() {}

  /** Does something with those at work. */
  static void during(Collection<Envelope> causes, Runnable work) {
    // The same event may be in a batch twice.
    ScopedValue.where(
            AT_WORK,
            causes.stream()
                .collect(Collectors.toMap(Envelope::id, Function.identity(), (one, _) -> one)))
        .run(work);
  }

  /** The same work for whichever thread does it: what is at work here is at work there. */
  public static Runnable carried(Runnable work) {
    Map<String, Envelope> causes = AT_WORK.orElse(Map.of());
    return () -> ScopedValue.where(AT_WORK, causes).run(work);
  }

  /**
   * The envelope of an event that is decided now.
   *
   * @param causedBy id of the event that led to it, or null if a caller did
   */
  public static Envelope envelope(Event event, @Nullable String causedBy) {
    Envelope cause = causedBy == null ? null : AT_WORK.orElse(Map.of()).get(causedBy);
    return cause == null ? Envelope.of(event, causedBy) : cause.followedBy(event);
  }
}
