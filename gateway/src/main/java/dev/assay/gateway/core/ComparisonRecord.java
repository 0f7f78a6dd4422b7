// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Compared;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one comparison of an attempt's answer with that of a later one. */
final class ComparisonRecord {

  @Nullable String otherAnswer;
  @Nullable Compared compared;

  Usage usage() {
    return compared == null ? Usage.NONE : compared.usage();
  }

  /**
   * @param other the number of the later attempt
   */
  ProblemEvidence.AnswerComparison evidence(int other) {
    return new ProblemEvidence.AnswerComparison(
        other,
        otherAnswer,
        compared == null ? null : compared.judgement(),
        compared == null ? null : compared.why(),
        compared == null ? null : compared.model(),
        compared == null ? null : compared.usage(),
        compared == null ? null : compared.finishReason(),
        compared == null ? null : compared.forced());
  }
}
