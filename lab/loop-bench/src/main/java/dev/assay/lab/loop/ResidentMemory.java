// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of the system's processes, in bytes. PostgreSQL's share what they all map: each
 * is counted with its share of it, so that the sum is what the machine gives.
 *
 * @param java of the process that runs the services and the broker
 * @param peak the most that it ever had
 * @param postgres of the database's processes together
 */
public record ResidentMemory(long java, long peak, long postgres) {

  private static final long KILO = 1024;

  /**
   * @param pid of the process that runs the services
   * @param data its data folder
   */
  public static ResidentMemory of(long pid, Path data) {
    return new ResidentMemory(
        number(pid, "status", "VmRSS"),
        number(pid, "status", "VmHWM"),
        DatabaseProcesses.of(data)
            .mapToLong(each -> number(each.pid(), "smaps_rollup", "Pss"))
            .sum());
  }

  /** All of it, at this moment. */
  public long now() {
    return java + postgres;
  }

  private static long number(long pid, String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> KILO * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
