// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import dev.assay.contracts.Expense;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Warning;
import dev.assay.contracts.Warning.Code;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What makes an answer worth less than its numbers say, told by the evidence. */
record AnswerWarnings(Evidence evidence) {

  static List<Warning> of(Evidence evidence) {
    AnswerWarnings warnings = new AnswerWarnings(evidence);
    return Stream.of(
            warnings.noDiversity(),
            warnings.promptTruncated(),
            warnings.solutionShortened(),
            warnings.sameWeights(),
            UnreadableVerdicts.of(evidence)
                .map(each -> Warning.of(Code.UNREADABLE_VERDICTS, each.message())),
            warnings.forcedEndings(),
            warnings.partialCost())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Warning> noDiversity() {
    List<FinalSolution> copies =
        evidence.answered().stream().filter(each -> each.repeats() != null).toList();
    int verdicts = sum(each -> each.verdicts().signs().repeated());
    if (copies.isEmpty() && verdicts == 0) {
      return Optional.empty();
    }
    boolean greedy = copies.stream().anyMatch(each -> each.reply().greedy());
    return warning(
        Code.NO_DIVERSITY,
        "%d of %d solutions%s and %d verdicts are another one letter for letter, and do not count: %s"
            .formatted(
                copies.size(),
                evidence.answered().size(),
                temperature(copies),
                verdicts,
                greedy
                    ? "greedy decoding draws nothing; a temperature above 0 does"
                    : "a cache in front of the model, or a server that ignores seeds, gives one draw again"
                        + " and again"));
  }

  /** Greedy ones are not drawn at any. */
  private static String temperature(List<FinalSolution> copies) {
    return copies.stream()
        .map(FinalSolution::reply)
        .filter(reply -> !reply.greedy())
        .map(ReplyOrigin::temperature)
        .filter(Objects::nonNull)
        .findFirst()
        .map(" drawn at a temperature of %s"::formatted)
        .orElse("");
  }

  private Optional<Warning> promptTruncated() {
    return TruncatedPrompts.of(evidence)
        .flatMap(
            cut ->
                warning(
                    Code.PROMPT_TRUNCATED,
                    ("the prompts of %d solutions and %d verdicts were cut by the server, which counts far"
                            + " fewer tokens than it was sent: give it a longer context (Ollama: num_ctx)")
                        .formatted(cut.solutions(), cut.verdicts())));
  }

  private Optional<Warning> solutionShortened() {
    int verdicts = sum(each -> each.verdicts().signs().shortened());
    return verdicts == 0
        ? Optional.empty()
        : warning(
            Code.SOLUTION_SHORTENED,
            "%d verdicts were given upon a part of the solution: it is longer than a prompt shows"
                .formatted(verdicts));
  }

  private Optional<Warning> sameWeights() {
    boolean same =
        evidence.counted().stream()
            .anyMatch(
                each -> {
                  String weights = each.reply().weights();
                  return weights != null && each.verdicts().signs().weights().contains(weights);
                });
    return same
        ? warning(
            Code.SAME_WEIGHTS,
            "the verifier judges what its own weights have written: it shares their mistakes, and a"
                + " verifier of another family tells more")
        : Optional.empty();
  }

  private Optional<Warning> forcedEndings() {
    int answers =
        (int) evidence.counted().stream().filter(each -> each.reply().forced() != null).count();
    int verdicts = sum(each -> each.verdicts().signs().forced());
    return answers + verdicts == 0
        ? Optional.empty()
        : warning(
            Code.FORCED_ENDINGS,
            ("%d answers and %d verdicts were not concluded by the model of its own accord: its replies"
                    + " were brought to an end; raise assay.role.max-tokens if they were cut off")
                .formatted(answers, verdicts));
  }

  private Optional<Warning> partialCost() {
    Expense cost = evidence.usage().cost();
    if (cost == null || (!cost.partial() && cost.amounts().size() == 1)) {
      return Optional.empty();
    }
    return warning(
        Code.PARTIAL_COST,
        "the cost is no sum of all calls: %d have no price, and there are amounts in %s"
            .formatted(
                Objects.requireNonNullElse(cost.unpricedCalls(), 0),
                String.join(", ", cost.amounts().keySet())));
  }

  private int sum(ToIntFunction<FinalSolution> of) {
    return evidence.counted().stream().mapToInt(of).sum();
  }

  private static Optional<Warning> warning(Code code, String message) {
    return Optional.of(Warning.of(code, message));
  }
}
