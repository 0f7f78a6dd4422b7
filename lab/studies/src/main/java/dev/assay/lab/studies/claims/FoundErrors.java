// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many of the labelled first errors are found, and how many clean solutions are flagged. */
final class FoundErrors {

  private FoundErrors() {}

  /** A row for each subset. */
  static Table table(Map<String, StepScore> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    scores.forEach(
        (subset, score) ->
            rows.add(
                List.of(
                    Cell.text(subset),
                    Cell.count(score.wrong()),
                    Cell.count(score.hit()),
                    FlaggedShare.cell(score.hit(), score.wrong()),
                    Cell.count(score.clean()),
                    Cell.count(score.clean() - score.passed()),
                    FlaggedShare.cell(score.clean() - score.passed(), score.clean()))));
    return new Table(
        "First errors found and clean solutions flagged, in percent with Wilson's interval (95 %)",
        List.of(
            "subset",
            "first errors",
            "found",
            "of first errors",
            "clean solutions",
            "flagged",
            "of clean solutions"),
        rows);
  }
}
