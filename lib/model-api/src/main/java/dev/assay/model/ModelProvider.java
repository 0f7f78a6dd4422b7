// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

/**
 * Opens models of one kind. Each kind is a library of its own that names its provider in {@code
 * META-INF/services}, so that a service carries only the kinds that it is packaged with.
 */
public interface ModelProvider {

  /** What configuration calls it, such as {@code openai}. */
  String name();

  /** Whether the source says what this provider needs, and nothing that would go before it. */
  boolean fits(ModelSource source);

  /**
   * Opens the model; whoever does so closes it, if it is {@link AutoCloseable}.
   *
   * @throws IllegalArgumentException if the source is wrong, by the name of the property
   */
  Model open(ModelSource source);
}
