// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The files that services are packaged as: what is killed is what is deployed.
 *
 * @param root the folder of the source
 */
public record Programs(Path root) {

  /**
   * The file of a service.
   *
   * @throws MissingProgramException if it was not built
   */
  public Path of(String service) {
    Path target = root.resolve(service).resolve("target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      return files
          .filter(each -> each.toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new MissingProgramException(target));
    } catch (IOException e) {
      throw new MissingProgramException(target);
    }
  }
}
