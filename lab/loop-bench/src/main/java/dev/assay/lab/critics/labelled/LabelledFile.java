// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.labelled;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A file of labelled solutions: an array in one JSON document, or a row a line. A name that ends in
 * {@code .gz} is unpacked.
 */
record LabelledFile(DatasetFolder folder, String name) {

  /** What such a file is called. */
  static final String NAMES = ".*\\.jsonl?(\\.gz)?";

  /** Its name without what it ends in. */
  String subset() {
    return name.replaceFirst("\\.jsonl?(\\.gz)?$", "");
  }

  /**
   * The solutions, in the order of the file.
   *
   * @throws BadDataException naming the row that is none, or that repeats an id
   */
  List<LabelledSolution> read() {
    List<LabelledSolution> solutions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode row : rows()) {
      String place = folder.root().resolve(name) + ", row " + (solutions.size() + 1);
      LabelledSolution solution =
          new LabelledRow(subset(), solutions.size(), place, row).solution();
      if (!ids.add(solution.id())) {
        throw new BadDataException(
            "%s: the id %s is that of another row (expected: one of its own)"
                .formatted(place, solution.id()));
      }
      solutions.add(solution);
    }
    if (solutions.isEmpty()) {
      throw new BadDataException(
          folder.root().resolve(name) + " has no rows (expected: " + LabelledRow.EXPECTED + ")");
    }
    return solutions;
  }

  private Iterable<JsonNode> rows() {
    return name.matches(".*\\.jsonl(\\.gz)?") ? folder.jsonLines(name) : folder.json(name);
  }
}
