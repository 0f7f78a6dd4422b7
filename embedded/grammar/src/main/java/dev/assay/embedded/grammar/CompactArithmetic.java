// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.QuestionKind;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Multi-step arithmetic: a line is one operation, {@code 9*5=45}. It is verified by solving the
 * {@linkplain ArithmeticQuestion#mirrored() mirrored} question, whose lines have other numbers: the
 * verifier is not led to repeat the solver's slip.
 */
record CompactArithmetic(ArithmeticQuestion question) implements CompactTask {

  private static final QuestionKind KIND = new QuestionKind("multistep_arithmetic");

  /** What may be asked, with an example. */
  static final String REACH =
      "multi-step arithmetic: two bracketed groups of four integers from -9 to 9, joined by +, - and"
          + " *, such as ((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";

  private static final String NUMBER = "-?[0-9]{1,18}";

  private static final Pattern ANSWER = Pattern.compile("#" + NUMBER);

  /** Reads a question, or is empty if it is of another kind. */
  static Optional<CompactTask> of(String question) {
    return ArithmeticQuestion.of(question).map(CompactArithmetic::new);
  }

  @Override
  public QuestionKind kind() {
    return KIND;
  }

  @Override
  public String solve() {
    return prompt(question);
  }

  @Override
  public String verify(Solution outcome) {
    return prompt(question.mirrored());
  }

  private static String prompt(ArithmeticQuestion question) {
    return "S" + question.text() + ">";
  }

  @Override
  public String turned(String text) {
    return UnitsFirst.flipped(text);
  }

  @Override
  public boolean isStep(String line) {
    return MirroredArithmetic.STEP.matcher(line).matches();
  }

  @Override
  public Optional<String> answer(String line) {
    return ANSWER.matcher(line).matches() ? Optional.of(line.substring(1)) : Optional.empty();
  }

  @Override
  public String shown(int index, String line) {
    return line;
  }

  @Override
  public Optional<Verdict> readVerdict(
      Solution outcome, List<String> claimed, List<String> derived) {
    return MirroredArithmetic.of(derived)
        .map(
            mirrored ->
                mirrored.answer().equals(outcome.answer())
                    ? new Correct(1)
                    : mirrored.firstError(claimed));
  }
}
