// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import java.util.Optional;

/** What the configured model can be asked. */
@FunctionalInterface
public interface QuestionAcceptance {

  /** Why the question is out of reach, or empty if it may be asked. */
  Optional<String> refusal(String question);
}
