// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/** Names of the record headers that carry the envelope; the body carries the fact. */
final class EnvelopeHeaders {

  static final String EVENT_ID = "event-id";
  static final String EVENT_TYPE = "event-type";
  static final String CAUSED_BY = "caused-by";
  static final String REASON = "dead-letter-reason";
  static final String GROUP = "dead-letter-group";

  private EnvelopeHeaders() {}
}
