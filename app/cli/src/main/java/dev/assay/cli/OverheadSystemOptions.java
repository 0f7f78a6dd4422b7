// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.overhead.cost.MeasuredSystem;
import dev.assay.lab.overhead.cost.MeasuredSystem.Local;
import dev.assay.lab.overhead.pace.ModelProcess;
import dev.assay.standalone.DataFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which system is measured: one started for it, of this build or another, or one that runs. */
final class OverheadSystemOptions {

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--build",
      paramLabel = "DIR",
      description = "Measure the build of this checkout, by its ./assay serve.")
  private @Nullable Path build;

  @Option(
      names = "--url",
      description =
          "Measure the server at this address, whose models are at --model-port; its processes are"
              + " seen if --data names its folder.")
  private @Nullable URI url;

  @Option(names = "--data", paramLabel = "DIR", description = "The folder of the server at --url.")
  private @Nullable Path data;

  @Option(
      names = "--model-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Where the model answers, on 127.0.0.1 (default: any).")
  private int modelPort;

  /**
   * Looks at all of them before anything starts.
   *
   * @throws UsageException naming the option
   */
  void check() {
    if (url != null && build != null) {
      throw new UsageException(
          "--url " + url + " and --build " + build + " name two systems (expected: one of them)");
    }
    if (data != null && url == null) {
      throw new UsageException("--data: " + data + " (expected: with --url, whose folder it is)");
    }
    if (modelPort < 0 || modelPort > LAST_PORT || (url != null && modelPort == 0)) {
      throw new UsageException(
          "--model-port: %d (expected: 1 to %d, where the models of the server at --url are)"
              .formatted(modelPort, LAST_PORT));
    }
    if (build != null && !Files.isExecutable(build.resolve("assay"))) {
      throw new UsageException("--build: " + build + " (expected: a checkout, with ./assay in it)");
    }
  }

  int modelPort() {
    return modelPort;
  }

  /** The system that runs already, or null if one has to be started. */
  @Nullable MeasuredSystem running() {
    if (url == null) {
      return null;
    }
    Path folder = data;
    Local local =
        folder == null
            ? null
            : DataFolder.runningIn(folder)
                .map(server -> new Local(server.pid(), folder))
                .orElseThrow(() -> new UsageException("--data: no server runs in " + folder));
    return new MeasuredSystem(url, local);
  }

  /**
   * Starts one that asks the model server.
   *
   * @param folder for all that it keeps
   */
  OverheadSystem start(Path folder, ModelProcess model) {
    return OverheadSystem.start(
        build,
        folder.resolve("data"),
        Map.of(
            "ASSAY_MODEL_URL", model.url().toString(),
            "ASSAY_MODEL_NAME", "paced",
            "ASSAY_PROTOCOL", "general",
            // What hangs is to be waited for, not to be asked again.
            "ASSAY_ROLE_TIMEOUT", "10m"),
        model::takeAlong);
  }

  /** In words. */
  String system() {
    return url != null
        ? "the server at " + url
        : build != null ? "the build of " + build.getFileName() : "this build";
  }
}
