// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.report.TextReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampledProfileTests {

  @TempDir Path folder;

  @Test
  void aRecordingIsSummedUp() throws Exception {
    Path file = folder.resolve("a.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ObjectAllocationSample").with("throttle", "off").withStackTrace();
      recording.start();
      List<long[]> held = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        held.add(new long[1 << 17]);
      }
      assertThat(held).hasSize(64);
      recording.stop();
      recording.dump(file);
    }

    String text = String.join("\n", TextReport.lines(SampledProfile.of(file).findings(), 200));

    assertThat(text)
        .contains("Bytes allocated by class")
        .contains("[J")
        .contains("SampledProfileTests.aRecord");
  }
}
