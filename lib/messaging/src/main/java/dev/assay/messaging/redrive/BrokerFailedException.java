// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The broker is away, or does not let this client do what it has to do. */
public final class BrokerFailedException extends RuntimeException {

  BrokerFailedException(@Nullable Object servers, Throwable cause) {
    super(
        "Kafka at %s: %s (expected: a broker that lets this login read and write the topics and their .dlq; ASSAY_KAFKA and its like say which, and how it is reached)"
            .formatted(named(servers), cause.getMessage()),
        cause);
  }

  private static String named(@Nullable Object servers) {
    return servers instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(servers);
  }
}
