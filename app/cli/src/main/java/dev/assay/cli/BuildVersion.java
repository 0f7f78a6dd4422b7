// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"assay " + number(), "Java " + Runtime.version()};
  }

  static String number() {
    Properties build = new Properties();
    try (var in = BuildVersion.class.getResourceAsStream("/assay.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the version", e);
    }
    return build.getProperty("version", "(unknown version)");
  }
}
