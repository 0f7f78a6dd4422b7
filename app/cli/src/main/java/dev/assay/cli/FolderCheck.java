// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.embedded.servers.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a data folder before anything is written to it: a slip of the pen must not fill a folder
 * of somebody's own with a database.
 */
final class FolderCheck {

  /** Made at every start, and always empty. */
  private static final String LOCK = "lock";

  private static final String FOUND = "lost+found";

  /** What commands leave that start no system, and what lies in every new file system. */
  private static final List<String> HARMLESS = List.of(LOCK, Runs.FOLDER, FOUND);

  private static final String LOG = "assay.log";
  private static final String REMEDY =
      " (expected: an empty or new folder, or one that Assay made)";
  private static final int SHOWN = 3;

  private FolderCheck() {}

  /**
   * @throws UsageException if it cannot become, or is not, a data folder of ours
   */
  static void requireUsable(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException("--data: " + folder + " is a file" + REMEDY);
    }
    Path nearest = nearest(folder.toAbsolutePath().normalize());
    if (nearest != null && !(Files.isDirectory(nearest) && Files.isWritable(nearest))) {
      throw new UsageException(
          "--data: cannot write to %s (expected: a folder that this user may write to)"
              .formatted(nearest));
    }
    if (Files.isDirectory(folder)) {
      requireOurs(folder);
    }
  }

  private static void requireOurs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      requireOwned(folder);
      List<String> strange =
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> !HARMLESS.contains(each) && !each.startsWith(LOG))
              .sorted()
              .toList();
      if (!strange.isEmpty() && !hasOurLock(folder)) {
        throw new UsageException(
            "--data: %s holds %s%s, which Assay did not make%s"
                .formatted(
                    folder,
                    String.join(", ", strange.subList(0, Math.min(SHOWN, strange.size()))),
                    strange.size() > SHOWN ? " and more" : "",
                    REMEDY));
      }
    } catch (IOException e) {
      throw new UsageException("--data: cannot read " + FailureText.of(e) + REMEDY);
    }
  }

  /** Another user's lock or link would let that user watch, block or lead us elsewhere. */
  private static void requireOwned(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path each : entries) {
        if (!PrivateFiles.isOwn(each) && !each.endsWith(FOUND)) {
          throw new UsageException(
              "--data: %s belongs to another user (expected: a folder that is this user's alone)"
                  .formatted(each));
        }
      }
    }
  }

  private static boolean hasOurLock(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    return Files.isRegularFile(lock) && Files.size(lock) == 0;
  }

  private static @Nullable Path nearest(Path folder) {
    Path nearest = folder;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
