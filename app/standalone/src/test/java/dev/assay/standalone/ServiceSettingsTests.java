// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in a setting is told before anything is started, by the name of the variable. */
class ServiceSettingsTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ASSAY_SLOTS                  | many | ASSAY_SLOTS: many (expected: a whole number)
          ASSAY_SLOTS                  | 0    | ASSAY_SLOTS: 0 (expected: must be greater than or equal to 1)
          ASSAY_PARTITIONS             | -1   | ASSAY_PARTITIONS: -1 (expected: must be greater than or equal to 1)
          ASSAY_REPLICATION            | two  | ASSAY_REPLICATION: two (expected: a whole number)
          ASSAY_RETENTION              | ever | ASSAY_RETENTION: ever (expected: a duration, such as 30s)
          ASSAY_RETENTION              | 2d   | ASSAY_RETENTION: PT48H (expected: at least 7d)
          ASSAY_COMPRESSION            | zip  | ASSAY_COMPRESSION: zip (expected: one of none, gzip, snappy, lz4, zstd)
          ASSAY_LEAST_FREE             | lots | ASSAY_LEAST_FREE: lots (expected: a size, such as 512MB)
          ASSAY_ARBITER                | yep  | ASSAY_ARBITER: yep (expected: true or false)
          ASSAY_STOP_WITHIN            | soon | ASSAY_STOP_WITHIN: soon (expected: a duration, such as 30s)
          ASSAY_GATEWAY_DB_CONNECTIONS | few  | ASSAY_GATEWAY_DB_CONNECTIONS: few (expected: a whole number)
          assay.messaging.ahead        | all  | assay.messaging.ahead: all (expected: a whole number)
          assay.messaging.slotz        | 4    | assay.messaging.slotz: no such setting (expected: those of docs/configuration.md)
          """)
  void whatCannotBeUsedIsToldByItsName(String name, String value, String line) {
    assertThat(Services.trouble(Map.of(name, value))).contains(line);
  }

  @Test
  void settingsAsTheyAreShippedCanBeUsed() {
    assertThat(Services.trouble(Map.of())).isEmpty();
  }
}
