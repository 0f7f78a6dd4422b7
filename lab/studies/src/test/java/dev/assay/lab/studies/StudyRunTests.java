// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.datasets.DatasetSources;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.StudyOutcome;
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
        .asInstanceOf(type(StudyOutcome.Measured.class))
        .satisfies(measured -> assertThat(measured.seconds()).isNotNegative());
  }

  @Test
  void aStudyWithoutItsDataIsSkippedAndNamesThem() {
    assertThat(run(List.of("set/a.json", "set/b.json"), _ -> Findings.of()))
        .isEqualTo(
            new StudyOutcome.Skipped(
                "small",
                "Small?",
                List.of("set/a.json", "set/b.json"),
                List.of(DatasetSources.of("set/a.json"), DatasetSources.of("set/b.json"))));
  }

  @Test
  void brokenDataStopThisStudyOnly() {
    Function<DatasetFolder, Findings> broken =
        _ -> {
          throw new BadDataException("row 7");
        };

    assertThat(run(List.of(), broken))
        .isEqualTo(new StudyOutcome.Broken("small", "Small?", "row 7"));
  }

  private StudyOutcome run(List<String> files, Function<DatasetFolder, Findings> work) {
    return StudyRun.of(new Small(files, work), new DatasetFolder(root));
  }

  private record Small(List<String> files, Function<DatasetFolder, Findings> work)
      implements Study {

    @Override
    public String name() {
      return "small";
    }

    @Override
    public String title() {
      return "Small?";
    }

    @Override
    public Findings run(DatasetFolder data) {
      return work.apply(data);
    }
  }
}
