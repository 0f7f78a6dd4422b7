// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTests {

  @TempDir private Path folder;

  @Test
  void thereIsSpaceWhereEnoughIsFree() {
    assertThat(new DiskSpace(folder, 1).shortage()).isEmpty();
  }

  @Test
  void aShortageNamesWhatIsFreeWhatIsAskedForAndTheSetting() {
    assertThat(new DiskSpace(folder, Long.MAX_VALUE).shortage().orElseThrow())
        .matches("the disk of the data folder has \\d+ MB left .*")
        .contains((Long.MAX_VALUE >> 20) + " MB", "assay.store.least-free");
  }
}
