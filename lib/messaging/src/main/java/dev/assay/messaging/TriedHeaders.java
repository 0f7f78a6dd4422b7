// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.List;

/** The headers that tell of what was tried and heard, on a record that asks for more. */
public final class TriedHeaders {

  static final String TRIES = "tries";
  static final String BOUGHT = "bought";
  static final String SPENT = "spent";
  static final String DUE = "due";
  static final String CALL = "call";
  static final String HEARD = "heard";

  /** All of them. */
  public static final List<String> ALL = List.of(DUE, TRIES, BOUGHT, SPENT, CALL, HEARD);

  private TriedHeaders() {}
}
