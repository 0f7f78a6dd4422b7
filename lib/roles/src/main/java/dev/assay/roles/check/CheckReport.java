// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.contracts.Usage;
import dev.assay.roles.check.Diagnosis.Severity;
import java.util.List;

/**
 * What a check of models found, and what it has cost.
 *
 * @param parts of each role, and of each server
 * @param paid for the calls of the check
 */
public record CheckReport(List<Part> parts, Usage paid) {

  public CheckReport {
    parts = List.copyOf(parts);
  }

  /**
   * What was found of one thing.
   *
   * @param subject the role or the server
   */
  public record Part(String subject, List<Diagnosis> found) {

    public Part {
      found = List.copyOf(found);
    }
  }

  /** How many there are of a kind. */
  public long count(Severity severity) {
    return parts.stream()
        .flatMap(part -> part.found().stream())
        .filter(each -> each.severity() == severity)
        .count();
  }

  /** Whether nothing keeps a role from its job. */
  public boolean isWell() {
    return count(Severity.FAULT) == 0;
  }
}
