// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.gateway.core.FreeSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The free bytes of the disk that a folder is on. New problems are refused while some are left, so
 * that those taken before can be brought to their end.
 */
public record DiskSpace(Path folder, long leastFree) implements FreeSpace {

  @Override
  public Optional<String> shortage() {
    long free = free();
    return free >= leastFree
        ? Optional.empty()
        : Optional.of(
            "the disk of the data folder has "
                + (free >> 20)
                + " MB left (expected: at least "
                + (leastFree >> 20)
                + " MB, see assay.store.least-free); nothing was taken, ask again when there is"
                + " space");
  }

  private long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("could not ask for the free space of " + folder, e);
    }
  }
}
