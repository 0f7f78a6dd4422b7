// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Usage;
import dev.assay.prompts.Reading.Conclusion;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking, to whatever end.
 *
 * @param reading what is known in the end, or why nothing is
 * @param by who knows it: the model's name, or by what it was known without one
 * @param reply the last reply, without its thoughts; empty where no model was asked
 * @param tokens generated for the last reply
 * @param usage of all the calls
 */
public record Finding<T>(Conclusion<T> reading, String by, String reply, int tokens, Usage usage) {

  /** What is known without a model. */
  static <T> Finding<T> nobody(Conclusion<T> known, String by) {
    return new Finding<>(known, by, "", 0, Usage.NONE);
  }

  /** What is known, or empty if nothing could be read. */
  public Optional<T> value() {
    return reading.known();
  }

  /** What is known, or what stands in its place where nothing could be read. */
  public T orElse(Function<Unreadable<T>, T> otherwise) {
    return switch (reading) {
      case Read<T>(T value, _) -> value;
      case Unreadable<T> none -> otherwise.apply(none);
    };
  }
}
