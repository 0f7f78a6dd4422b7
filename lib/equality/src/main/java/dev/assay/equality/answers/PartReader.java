// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Optional;

/** Reads a part of an answer as an answer of its own: what brackets and relations are made of. */
@FunctionalInterface
interface PartReader {

  /** The part, if it is more than words. */
  Optional<ParsedAnswer> understood(String text);
}
