// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java program as a process of its own, whose words are kept over all its lives. */
class JavaProcess implements Victim, AutoCloseable {

  private static final List<String> SMALL =
      // They live for minutes: what the second compiler does would hardly pay.
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final String name;
  private final List<String> program;
  private final Map<String, String> settings;
  private final Path output;

  /** Killed, it takes nothing away itself. */
  private final Path scratch;

  private @Nullable Process process;

  /**
   * @param program what follows the options of the machine on Java's command line
   * @param settings its environment, beside what every process has
   * @param said the folder where its words are kept
   */
  JavaProcess(String name, List<String> program, Map<String, String> settings, Path said) {
    this.name = name;
    this.program = List.copyOf(program);
    this.settings = Map.copyOf(settings);
    this.output = said.resolve(name + ".log");
    this.scratch = said.resolve(name + ".tmp");
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public void restart() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.add("-Djava.io.tmpdir=" + scratch);
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(each -> each.startsWith("ASSAY_"));
    builder.environment().putAll(settings);
    try {
      Files.createDirectories(scratch);
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException("could not start " + name, e);
    }
  }

  @Override
  public final void kill() {
    running().destroyForcibly().onExit().join();
  }

  @Override
  public final void freeze() {
    Signals.freeze(Stream.of(running().toHandle()));
  }

  @Override
  public final void thaw() {
    Signals.thaw(Stream.of(running().toHandle()));
  }

  final Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return process;
  }

  /** The last lines of what it said. */
  final String said(int lines) {
    try {
      List<String> all = Files.exists(output) ? Files.readAllLines(output) : List.of();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public final void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      Folders.delete(scratch);
    }
  }
}
