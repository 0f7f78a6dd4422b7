// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import dev.assay.client.AssayClient;
import dev.assay.lab.loop.ResidentMemory;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The system whose cost is looked at.
 *
 * @param url of its gateway
 * @param process where it runs on this machine, or null: then only its times can be seen
 */
public record MeasuredSystem(URI url, @Nullable Local process) {

  /**
   * A system on this machine.
   *
   * @param pid of services and broker
   * @param data its folder
   */
  public record Local(long pid, Path data) {}

  /** What it has used until now. */
  public SystemCost cost() {
    if (process == null) {
      return SystemCost.NONE;
    }
    return new SystemCost(
        ProcessorTimes.of(process.pid(), process.data()),
        StoredBytes.of(process.data()),
        counted("jvm.gc.memory.allocated"));
  }

  /** What it holds now. */
  public HeldMemory memory() {
    return process == null
        ? HeldMemory.NONE
        : new HeldMemory(
            counted("jvm.memory.used", "area:heap"),
            ResidentMemory.of(process.pid(), process.data()));
  }

  private double counted(String meter, String... tags) {
    return new AssayClient(url).counted(meter, tags).orElse(0);
  }
}
