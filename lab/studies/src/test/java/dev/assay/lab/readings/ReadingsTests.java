// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.readings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.readings.TabledReader.ReadRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTests {

  private static final int FEWEST_MUTANTS = 50_000;

  @Test
  void everyRowIsReadAsExpectedByTheServicesReaders() {
    for (TabledReader reader : TabledReaders.all()) {
      assertThat(reader.read()).as(reader.name()).isNotEmpty().allMatch(ReadRow::isRight);
    }
  }

  @Test
  void noChangedAnswerIsTakenForTheSame() {
    Mutants mutants = Mutants.of(TabledReaders.pairs());

    assertThat(mutants.unexplained()).isEmpty();
    assertThat(mutants.number()).isGreaterThan(FEWEST_MUTANTS);
    assertThat(mutants.obsolete()).as("documented, and not equal any more").isEmpty();
  }

  @Test
  void theLinesOfABuildHoldEveryRow() {
    List<String> lines = Readings.now().lines().lines().toList();

    assertThat(lines)
        .hasSize(1 + TabledReaders.all().stream().mapToInt(each -> each.rows().size()).sum());
    assertThat(lines).allMatch(line -> line.split("\t", -1).length == 4);
  }
}
