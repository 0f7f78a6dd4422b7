// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.embedded.grammar.TrackingQuestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a resource of {@link HeldOutProblems}: hashes of a benchmark's questions and their mirror
 * images. Arguments: the benchmark's JSON file, the file to write.
 */
final class HeldOutHashes {

  private static final Pattern INPUT = Pattern.compile("\"input\": *\"([^\"]*)\"");

  private HeldOutHashes() {}

  static void main(String[] files) throws IOException {
    Files.write(Path.of(files[1]), of(Files.readString(Path.of(files[0]))));
  }

  /** Sorted, so that they give away no order, in hexadecimal. */
  static List<String> of(String json) {
    return INPUT
        .matcher(json)
        .results()
        .map(input -> input.group(1).replace("\\n", "\n"))
        .flatMap(HeldOutHashes::texts)
        .map(text -> String.format("%016x", HeldOutProblems.hash(text)))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> texts(String question) {
    return TrackingQuestions.shuffle(question)
        .map(shuffle -> Stream.of(shuffle.text()))
        .orElseGet(() -> texts(ArithmeticProblem.parse(question)));
  }

  private static Stream<String> texts(ArithmeticProblem problem) {
    return Stream.of(problem.compact(), problem.question().mirrored().text());
  }
}
