// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import dev.assay.lab.loop.DatabaseProcesses;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Processor time by whom it was used for, in milliseconds. A system's services and broker share a
 * process, and are told apart by their threads.
 *
 * @param compiler of Java, which is busy until the system is warm
 * @param collector of garbage, everybody's
 */
public record ProcessorTimes(
    double services, double broker, double compiler, double collector, double database) {

  public static final ProcessorTimes NONE = new ProcessorTimes(0, 0, 0, 0, 0);

  private static final double NANOS = 1e6;

  /** The unit in which Linux shows the times of processes. */
  private static final double TICK = 10;

  /** Where the fields are in /proc/PID/stat, from the one after the name. */
  private static final int USER = 11;

  private static final int FIELDS = 4;

  /**
   * Since the processes began.
   *
   * @param pid of the services and the broker
   * @param data the system's data folder
   */
  public static ProcessorTimes of(long pid, Path data) {
    Map<ThreadOwner, Double> owners = owners(pid);
    double total = ticks(pid, 2);
    double known = owners.values().stream().mapToDouble(Double::doubleValue).sum();
    // Threads that have ended are in no list, and were the services'.
    return new ProcessorTimes(
        Math.max(0, total - known),
        owners.getOrDefault(ThreadOwner.BROKER, 0.0),
        owners.getOrDefault(ThreadOwner.COMPILER, 0.0),
        owners.getOrDefault(ThreadOwner.COLLECTOR, 0.0),
        DatabaseProcesses.of(data).mapToDouble(each -> ticks(each.pid(), FIELDS)).sum());
  }

  private static Map<ThreadOwner, Double> owners(long pid) {
    Map<ThreadOwner, Double> times = new EnumMap<>(ThreadOwner.class);
    Path tasks = Path.of("/proc/" + pid + "/task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        ThreadOwner owner = ThreadOwner.of(text(thread.resolve("comm")).strip());
        String used = text(thread.resolve("schedstat"));
        if (owner != ThreadOwner.SERVICES && !used.isEmpty()) {
          times.merge(owner, Long.parseLong(used.split(" ", 2)[0]) / NANOS, Double::sum);
        }
      }
    } catch (IOException e) {
      return times;
    }
    return times;
  }

  /**
   * @param fields 2 for its own times, 4 for those of its dead children too
   */
  private static double ticks(long pid, int fields) {
    String stat = text(Path.of("/proc/" + pid + "/stat"));
    if (stat.isEmpty()) {
      return 0;
    }
    String[] parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double sum = 0;
    for (int i = 0; i < fields; i++) {
      sum += TICK * Long.parseLong(parts[USER + i]);
    }
    return sum;
  }

  /** Empty for what has ended in the meantime. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** What was used in between. */
  public ProcessorTimes since(ProcessorTimes before) {
    return new ProcessorTimes(
        services - before.services,
        broker - before.broker,
        compiler - before.compiler,
        collector - before.collector,
        database - before.database);
  }

  /** Of all of them. */
  public double total() {
    return services + broker + compiler + collector + database;
  }
}
