// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.prompts.Reading.Unreadable;
import dev.assay.roles.Finding;
import org.jspecify.annotations.Nullable;

/** Why nothing is known after asking. */
final class Unknowns {

  private Unknowns() {}

  /** Null where something is. */
  static @Nullable String why(Finding<?> finding) {
    return finding.reading() instanceof Unreadable<?> none ? none.explained() : null;
  }
}
