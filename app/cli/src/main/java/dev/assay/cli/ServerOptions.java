// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which system a command is for: what the user names is used, or the command says why not. */
final class ServerOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The system's data folder (default: " + ServeCommand.USUAL_DATA + ").")
  private @Nullable Path data;

  @Option(names = "--url", description = "The server at this address, and no other.")
  private @Nullable URI url;

  /** As two commands called it before. */
  @Option(names = "--store", paramLabel = "DIR", hidden = true)
  void store(Path folder) {
    data = folder;
  }

  /** Whether the user named the folder. */
  boolean namesData() {
    return data != null;
  }

  Path data() {
    return data == null ? Path.of(ServeCommand.USUAL_DATA) : data;
  }

  /** The address that the user named, or null. */
  @Nullable URI url() {
    return url;
  }

  /**
   * Says no to two systems.
   *
   * @throws UsageException if both are named
   */
  void check() {
    if (data != null && url != null) {
      throw new UsageException(
          "--data " + data + " and --url " + url + " name two systems (expected: one of them)");
    }
  }
}
