// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.nio.file.Path;
import java.util.Optional;

/** Another process works on the data folder; two would ruin it. */
public final class FolderInUseException extends RuntimeException {

  FolderInUseException(Path folder, Optional<RunningServer> holder) {
    super(
        "the data folder "
            + folder
            + " is in use by "
            + holder.map(FolderInUseException::describe).orElse("a process that is starting")
            + ".\n"
            + "Ask that one (./assay ask finds it), stop it"
            + holder.map(server -> " (kill " + server.pid() + ")").orElse("")
            + ", or use another folder (--data DIR).");
  }

  private FolderInUseException(String message) {
    super(message);
  }

  /** It holds what Assay did not make, and would have to share its place with. */
  static FolderInUseException byOthers(Path folder, String name) {
    return new FolderInUseException(
        "the folder "
            + folder
            + " holds other files, such as "
            + name
            + " (expected: an empty or new folder, or one that Assay made).\n"
            + "Use another folder (--data DIR).");
  }

  private static String describe(RunningServer server) {
    return "process "
        + server.pid()
        + server
            .url()
            .map(url -> ", which serves " + url)
            .orElse(", which is starting, or works for one command");
  }
}
