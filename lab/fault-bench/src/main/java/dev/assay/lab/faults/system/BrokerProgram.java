// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import dev.assay.embedded.servers.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own, so that it can be killed and frozen like any other. */
public final class BrokerProgram {

  private BrokerProgram() {}

  /**
   * Runs until it is killed, and notes its process in the file {@code ready} when it takes records.
   *
   * @param arguments the folder of the broker's data
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    try (EmbeddedKafka _ = EmbeddedKafka.resume(folder)) {
      Files.writeString(ready(folder), String.valueOf(ProcessHandle.current().pid()));
      new CountDownLatch(1).await();
    }
  }

  static Path ready(Path folder) {
    return folder.resolveSibling("ready");
  }
}
