// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Json;
import dev.assay.lab.report.ResultSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The figures that people read first, against the files that commands wrote: figures that somebody
 * typed are figures that nobody can get again. {@code -Dreadme=write} writes them into the README.
 */
class ReadmeTests {

  private static final Pattern BLOCK =
      Pattern.compile("(?s)(<!-- results: ([\\w-]+) -->\n)(.*?)(<!-- end -->)");

  private static final Path README = Sources.ofThisProject().root().resolve("README.md");
  private static final Path RESULTS = README.resolveSibling("docs").resolve("results");

  @Test
  void everyTableIsWhatItsFileSays() throws IOException {
    String readme = Files.readString(README);
    String filled = filled(readme, ReadmeTests::summary);
    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(README, filled);
    } else {
      assertThat(readme).as("make readme writes it").isEqualTo(filled);
    }
  }

  @Test
  void everyFileIsShown() throws IOException {
    List<String> shown =
        BLOCK.matcher(Files.readString(README)).results().map(block -> block.group(2)).toList();
    try (Stream<Path> files = Files.list(RESULTS)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(shown);
    }
  }

  @Test
  void aFigureThatWasTypedIsFoundOut() {
    String page = "Before.\n<!-- results: one -->\n| 98.7 |\n<!-- end -->\nAfter.\n";

    assertThat(filled(page, name -> "| 98.6 |"))
        .isEqualTo("Before.\n<!-- results: one -->\n| 98.6 |\n<!-- end -->\nAfter.\n");
  }

  private static String filled(String page, Function<String, String> tables) {
    return BLOCK
        .matcher(page)
        .replaceAll((MatchResult block) -> Matcher.quoteReplacement(block(block, tables)));
  }

  private static String block(MatchResult block, Function<String, String> tables) {
    return block.group(1) + tables.apply(block.group(2)) + "\n" + block.group(4);
  }

  private static String summary(String name) {
    try {
      String text = Files.readString(RESULTS.resolve(name + ".json"));
      return Json.mapper().readValue(text, ResultSummary.class).markdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
