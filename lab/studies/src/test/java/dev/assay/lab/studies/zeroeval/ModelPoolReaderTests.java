// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.stopping.RecordedCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPoolReaderTests {

  @Test
  void answersThatLookAlikeAreJoined(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        """
        {"id": 0, "samples": [\
        {"answer": "\\\\dfrac{1}{2}", "correct": true, "output": "long"},\
        {"answer": " \\\\frac{1}{2}.", "correct": true, "output": "x"},\
        {"answer": "24", "correct": false, "output": "x"},\
        {"answer": "24.0", "correct": false, "output": "x"},\
        {"answer": null, "correct": false, "output": "x"}]}
        """);

    RecordedCalls pool =
        ModelPoolReader.read(new DatasetFolder(folder), "rows.jsonl", 1).getFirst();

    assertThat(pool.groups()).containsExactlyInAnyOrder(0, 0, 1, 1, -1);
    assertThat(pool.right()).containsExactly(0);
    assertThat(Arrays.stream(pool.tokens()).sum()).isEqualTo(8);
  }
}
