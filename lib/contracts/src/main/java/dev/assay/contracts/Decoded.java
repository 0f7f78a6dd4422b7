// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/** What came of reading a record: known, from the future, or broken. Never an exception. */
public sealed interface Decoded<E extends Event> {

  /** An event that this build knows. */
  record Known<E extends Event>(E event) implements Decoded<E> {}

  /** An event of a newer producer: to be counted and skipped. */
  record UnknownType<E extends Event>(String type) implements Decoded<E> {}

  /** Not an event: to be counted and dead-lettered with the reason. */
  record Malformed<E extends Event>(String reason) implements Decoded<E> {}
}
