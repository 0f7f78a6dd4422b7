// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Json;
import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolFileTests {

  private static final PoolSettings SETTINGS =
      new PoolSettings(1, 2, 1, 2, Map.of("generator", "weights 1", "critic", "weights 2"));

  @TempDir private Path folder;
  private Path path = Path.of("");

  @BeforeEach
  void name() {
    path = folder.resolve("pool.jsonl");
  }

  private static PooledProblem problem(int index) {
    Revision draft =
        new Revision(
            List.of("1+1=3"),
            "3",
            7,
            2,
            new Flawed(0, "no", "1+1=2"),
            new double[] {0, Double.NaN},
            new int[] {1, 2},
            -3.5);
    Revision mended =
        new Revision(List.of(), null, 7, 4, new Sound(), new double[] {}, new int[] {}, Double.NaN);
    return new PooledProblem(
        index,
        "1 + 1 =",
        "2",
        List.of(new PooledAttempt(List.of(draft, mended), List.of(mended))),
        List.of(new Vote("3", 1), new Vote(null, 2)));
  }

  @Test
  void whatWasDrawnIsReadAgainInTheOrderOfTheSet() {
    PoolFile file = PoolFile.open(path, SETTINGS);
    file.add(problem(1));
    file.add(problem(0));

    // As text: a verdict that could not be read is equal to none, not even itself.
    assertThat(Json.mapper().writeValueAsString(PoolFile.open(path, SETTINGS).problems()))
        .isEqualTo(Json.mapper().writeValueAsString(List.of(problem(0), problem(1))))
        .contains("NaN");
  }

  @Test
  void aLineThatWasCutShortIsDrawnAnew() throws IOException {
    PoolFile.open(path, SETTINGS).add(problem(0));
    Files.writeString(path, "{\"index\": 1, \"ques", StandardOpenOption.APPEND);

    PoolFile file = PoolFile.open(path, SETTINGS);
    assertThat(file.problems()).hasSize(1);
    file.add(problem(1));

    assertThat(PoolFile.open(path, SETTINGS).problems()).hasSize(2);
  }

  @Test
  void aPoolThatWasCutShortInItsFirstLineBegins() throws IOException {
    Files.writeString(path, "{\"attempts\": ");
    PoolFile.open(path, SETTINGS).add(problem(0));

    assertThat(PoolFile.open(path, SETTINGS).problems()).hasSize(1);
  }

  @Test
  void aPoolOfOtherWeightsIsLeftAlone() {
    PoolFile.open(path, SETTINGS).add(problem(0));
    PoolSettings others = new PoolSettings(1, 2, 1, 2, Map.of("generator", "weights 3"));

    assertThatThrownBy(() -> PoolFile.open(path, others))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("weights 1")
        .hasMessageContaining("choose another --out");
    assertThat(PoolFile.open(path, SETTINGS).problems()).hasSize(1);
  }

  @Test
  void anotherFileIsNamedWithItsRow() throws IOException {
    PoolFile.open(path, SETTINGS);
    Files.writeString(path, "nonsense\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> PoolFile.open(path, SETTINGS))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("pool.jsonl, row 2");
  }
}
