// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The weights of this repository; tests ask nothing of them but that they solve arithmetic. */
public final class EmbeddedModels {

  /** The folder that most tests use. */
  public static final Path FOLDER = Path.of("../../embedded/model/weights/critic");

  /** Prompts of unequal length. */
  public static final List<String> PROMPTS =
      List.of(
          "S(-1+2+9*5)-(-2+-4+-4*-7)>",
          "S(-9*-5-6+-2)-(-8--6*-3*1)>",
          "S(3*-3*6+-5)-(-2+-7-7--7)>",
          "S((-5+9*-4-0)*(4+-7+4*-5))>",
          "S((6*-6*8*1)*(-1*7*-6*-2))>",
          "S-3>");

  private EmbeddedModels() {}

  /** Every model folder of the repository. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.walk(Path.of("../../embedded/model/weights"))) {
      return files
          .filter(file -> file.endsWith("config.json"))
          .map(file -> file.resolveSibling(""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
