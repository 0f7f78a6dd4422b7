// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.QuestionKind;
import dev.assay.lab.loop.BenchProblem;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The kind that all questions of a set are of. What is learnt of a mixture holds for none of its
 * kinds.
 */
final class CommonKind {

  private CommonKind() {}

  /**
   * @param grammar tells the kind of a question, where it can
   * @param said by the user of all of them, or null
   * @throws UsageException if they are not all of one kind, or nobody says of which
   */
  static QuestionKind of(
      List<BenchProblem> problems,
      Function<String, Optional<QuestionKind>> grammar,
      @Nullable QuestionKind said) {
    SortedSet<String> kinds = new TreeSet<>();
    for (BenchProblem problem : problems) {
      Optional<QuestionKind> known = grammar.apply(problem.question());
      kinds.add(known.or(() -> Optional.ofNullable(said)).map(QuestionKind::name).orElse(""));
    }
    if (kinds.size() > 1) {
      throw new UsageException(
          "the questions are of the kinds %s (expected: one kind, and a record for each)"
              .formatted(String.join(", ", kinds).replaceFirst("^,", "none,")));
    }
    if (kinds.first().isEmpty()) {
      throw new UsageException(
          "--kind: missing (expected: a label for this kind of question, such as word_problems)");
    }
    QuestionKind kind = new QuestionKind(kinds.first());
    if (said != null && !said.equals(kind)) {
      throw new UsageException(
          "--kind: %s (expected: %s, which the questions are by their form)".formatted(said, kind));
    }
    return kind;
  }
}
