// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;

/**
 * The broker will never take this record, however often it is sent: a failure of the record, where
 * every other failure to publish is one of the road. What is not known to be hopeless is none.
 */
public final class UnsendableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String reason;

  public UnsendableException(String what, Throwable cause) {
    super(cause);
    this.reason = what + " cannot be sent: " + cause.getMessage();
  }

  public UnsendableException(String reason) {
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }

  /** The failure to send something, told apart. */
  static RuntimeException of(String what, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (hopeless(cause)) {
        return new UnsendableException(what, cause);
      }
    }
    return failure instanceof RuntimeException told ? told : new IllegalStateException(failure);
  }

  private static boolean hopeless(Throwable cause) {
    return cause instanceof RecordTooLargeException
        || cause instanceof RecordBatchTooLargeException
        || cause instanceof SerializationException
        || cause instanceof InvalidTopicException
        || cause instanceof JacksonException;
  }
}
