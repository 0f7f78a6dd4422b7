// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.ProblemId;
import dev.assay.gateway.core.Refusal;

/** Ids as callers write them in paths. */
final class PathIds {

  private PathIds() {}

  static ProblemId problem(String text) {
    try {
      return ProblemId.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()));
    }
  }
}
