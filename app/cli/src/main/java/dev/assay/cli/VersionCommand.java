// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which build this is. */
@Command(name = "version", description = "Show the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    for (String line : new BuildVersion().getVersion()) {
      System.out.println(line);
    }
    return ExitCode.VERIFIED;
  }
}
