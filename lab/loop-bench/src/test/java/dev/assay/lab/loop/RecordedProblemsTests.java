// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProblemsTests {

  private static final String TWO =
      """
      {"canary": "x", "examples": [
        {"input": "((1 + 2 + 3 + 4) - (1 + 1 + 1 + 1)) =", "target": "6"},
        {"input": "((1 * 2 * 3 * 4) + (0 + 0 + 0 + 0)) =", "target": " 24 "}]}
      """;

  @TempDir Path folder;

  @Test
  void readsTheFileItsFolderOrTheFolderAbove() throws IOException {
    Path file = write(Files.createDirectories(folder.resolve("bbh")), TWO);

    for (Path place : new Path[] {file, file.getParent(), folder}) {
      assertThat(RecordedProblems.read(place, 250))
          .extracting(BenchProblem::target)
          .containsExactly("6", "24");
    }
  }

  @Test
  void takesNoMoreThanAsked() throws IOException {
    assertThat(RecordedProblems.read(write(folder, TWO), 1)).hasSize(1);
  }

  @Test
  void aMissingFileIsNamedWithItsSource() {
    assertThatThrownBy(() -> RecordedProblems.read(folder, 250))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("no multistep_arithmetic_two.json in " + folder)
        .hasMessageContaining("--generated");
  }

  @Test
  void aTargetThatIsNotTheValueIsRefused() throws IOException {
    Path file = write(folder, TWO.replace("\"6\"", "\"7\""));

    assertThatThrownBy(() -> RecordedProblems.read(file, 250))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("example 0")
        .hasMessageContaining("comes to 6, its target says 7");
  }

  @Test
  void whatIsNoSetIsRefused() throws IOException {
    for (String text : new String[] {"not json", "{}", "{\"examples\": []}", "[]"}) {
      Path file = write(folder, text);

      assertThatThrownBy(() -> RecordedProblems.read(file, 250))
          .isInstanceOf(BadDataException.class);
    }
  }

  private static Path write(Path where, String text) throws IOException {
    return Files.writeString(where.resolve("multistep_arithmetic_two.json"), text);
  }
}
