// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

/** The broker is away, or does not let this client do what it has to do. */
public final class BrokerFailedException extends RuntimeException {

  BrokerFailedException(Object servers, Throwable cause) {
    super(
        "Kafka at %s: %s (expected: a broker that lets this login read and write the topics and their .dlq; ASSAY_KAFKA and its like say which, and how it is reached)"
            .formatted(servers, cause.getMessage()),
        cause);
  }
}
