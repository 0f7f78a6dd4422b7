// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the examples of a page: a query in SQL, and below it the table that psql prints. */
final class DocumentedQueries {

  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

  private DocumentedQueries() {}

  /**
   * A query and its result.
   *
   * @param cells the heads of the columns, then the rows
   */
  record Example(String query, List<List<String>> cells) {}

  static List<Example> examples(Path page) {
    try {
      return EXAMPLE
          .matcher(Files.readString(page))
          .results()
          .map(match -> new Example(match.group(1), cells(match.group(2))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the rule below the heads, and the count of rows. */
  private static List<List<String>> cells(String table) {
    Stream<String> lines = table.lines().filter(line -> !line.matches("[-+]*|\\(\\d+ rows?\\)"));
    return lines.map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList()).toList();
  }
}
