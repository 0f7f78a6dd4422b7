// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Json;
import dev.assay.lab.datasets.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The problems of BIG-Bench-Hard's multistep_arithmetic_two, from the file it is published as. */
public final class RecordedProblems {

  private static final String NAME = "multistep_arithmetic_two.json";
  private static final String SOURCE =
      "It is published at github.com/suzgunmirac/BIG-Bench-Hard, in the folder bbh; or measure on"
          + " fresh problems with --generated 250 --seed 1.";

  private RecordedProblems() {}

  /**
   * The first problems of the set.
   *
   * @param place the file, a folder that contains it, or one that contains {@code bbh/} with it
   * @throws BadDataException if it is missing, is something else, or a target is not what its
   *     question comes to
   */
  public static List<BenchProblem> read(Path place, int limit) {
    Path file = find(place);
    JsonNode examples = parse(file).path("examples");
    if (!examples.isArray() || examples.isEmpty()) {
      throw new BadDataException(file + " has no \"examples\" (expected: " + NAME + " of BBH)");
    }
    List<BenchProblem> problems = new ArrayList<>();
    for (JsonNode example : examples) {
      if (problems.size() < limit) {
        problems.add(problem(file, problems.size(), example));
      }
    }
    return problems;
  }

  private static Path find(Path place) {
    return List.of(place, place.resolve(NAME), place.resolve("bbh").resolve(NAME)).stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new BadDataException("no " + NAME + " in " + place + ".\n" + SOURCE));
  }

  private static JsonNode parse(Path file) {
    try {
      return Json.mapper().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new BadDataException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static BenchProblem problem(Path file, int index, JsonNode example) {
    String question = example.path("input").asString("");
    String target = example.path("target").asString("").strip();
    String where = file + ", example " + index + ": ";
    String truth =
        ArithmeticTruth.truth(question)
            .orElseThrow(
                () ->
                    new BadDataException(
                        where + "\"" + question + "\" (expected: arithmetic that ends with =)"));
    if (!truth.equals(target)) {
      throw new BadDataException(
          where + question + " comes to " + truth + ", its target says " + target);
    }
    return new BenchProblem(index, question, target);
  }
}
