// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.prompts.Protocol;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A simple problem with a solution that is plainly right and one that is plainly wrong. The wrong
 * one calculates what it states correctly, and states the wrong thing: exact arithmetic would
 * answer for the model otherwise.
 *
 * @param answer the right one
 * @param right steps of the right solution
 * @param wrong steps of the wrong one
 * @param wrongAnswer what those end in
 * @param why the wrong one is wrong
 */
record Sample(
    String question,
    String answer,
    List<String> right,
    List<String> wrong,
    String wrongAnswer,
    String why) {

  private static final SolutionId ID = SolutionId.parse("00000000-0000-7000-8000-000000000000/0/0");

  private static final List<Sample> ALL =
      TextTable.of(Sample.class, "samples.tsv").stream().map(Sample::of).toList();

  private static Sample of(TextTable.Row row) {
    return new Sample(
        row.get("question"),
        row.get("answer"),
        steps(row.get("right")),
        steps(row.get("wrong")),
        row.get("wrong_answer"),
        row.get("why"));
  }

  private static List<String> steps(String text) {
    return List.of(text.split("\n\n", -1));
  }

  /** The first that the protocol takes; empty if none is in its reach. */
  static Optional<Sample> within(Protocol protocol) {
    return ALL.stream().filter(each -> protocol.refusal(each.question()).isEmpty()).findFirst();
  }

  Solution solution(boolean whether) {
    List<String> steps = whether ? right : wrong;
    String text = String.join("\n\n", steps);
    return new Solution(ID, text, steps, whether ? answer : wrongAnswer, text.length());
  }

  /** What a critic would say of the wrong one. */
  Flawed critique() {
    return new Flawed(firstError(), why, null);
  }

  private int firstError() {
    return IntStream.range(0, Math.min(right.size(), wrong.size()))
        .filter(i -> !right.get(i).equals(wrong.get(i)))
        .findFirst()
        .orElse(0);
  }

  /** Whether an answer is the right one; signs and words around the number are left aside. */
  boolean isAnswer(String given) {
    return given.replaceAll("[^0-9.-]", "").replaceAll("\\.0*$", "").equals(answer);
  }
}
