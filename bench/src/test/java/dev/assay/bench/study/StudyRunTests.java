// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.bench.data.BadDataException;
import dev.assay.bench.data.DataFolder;
import dev.assay.bench.report.Findings;
import dev.assay.bench.report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunTests {

  @TempDir private Path root;

  @Test
  void aStudyWithItsDataIsMeasured() {
    assertThat(run(List.of(), _ -> Findings.of()))
        .asInstanceOf(type(Outcome.Measured.class))
        .satisfies(measured -> assertThat(measured.seconds()).isNotNegative());
  }

  @Test
  void aStudyWithoutItsDataIsSkippedAndNamesThem() {
    assertThat(run(List.of("set/a.json", "set/b.json"), _ -> Findings.of()))
        .isEqualTo(new Outcome.Skipped("small", "Small?", List.of("set/a.json", "set/b.json")));
  }

  @Test
  void brokenDataStopThisStudyOnly() {
    Function<DataFolder, Findings> broken =
        _ -> {
          throw new BadDataException("row 7");
        };

    assertThat(run(List.of(), broken)).isEqualTo(new Outcome.Broken("small", "Small?", "row 7"));
  }

  private Outcome run(List<String> files, Function<DataFolder, Findings> work) {
    return StudyRun.of(new Small(files, work), new DataFolder(root));
  }

  private record Small(List<String> files, Function<DataFolder, Findings> work) implements Study {

    @Override
    public String name() {
      return "small";
    }

    @Override
    public String title() {
      return "Small?";
    }

    @Override
    public Findings run(DataFolder data) {
      return work.apply(data);
    }
  }
}
