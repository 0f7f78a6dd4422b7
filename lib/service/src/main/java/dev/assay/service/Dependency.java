// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.Optional;

/**
 * Something outside of the process that it cannot work without: a broker, a database, a model. Each
 * library that needs one brings a bean of this type, and nothing that is {@link Dependent} starts
 * before all of them are there.
 */
public interface Dependency {

  /** What people call it, such as {@code kafka}. */
  String name();

  /**
   * Looks, within seconds, whether it can be worked with.
   *
   * @return what is wrong and what to do, in one line; empty if nothing is
   * @throws IllegalArgumentException in the same words, if the process was told what cannot be:
   *     then waiting does not help
   */
  Optional<String> trouble();
}
