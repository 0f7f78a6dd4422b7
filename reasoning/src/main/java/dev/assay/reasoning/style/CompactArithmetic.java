// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

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
final class CompactArithmetic implements CompactTask {

  private static final String NUMBER = "-?[0-9]{1,18}";
  private static final Pattern STEP = Pattern.compile(NUMBER + "[-+*]" + NUMBER + "=" + NUMBER);
  private static final Pattern ANSWER = Pattern.compile("#" + NUMBER);

  @Override
  public String reach() {
    return "multi-step arithmetic: two bracketed groups of four integers from -9 to 9, joined by +,"
        + " - and *, such as ((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =";
  }

  @Override
  public Optional<String> solve(String question) {
    return ArithmeticQuestion.of(question).map(CompactArithmetic::prompt);
  }

  @Override
  public Optional<String> verify(String question) {
    return ArithmeticQuestion.of(question)
        .map(ArithmeticQuestion::mirrored)
        .map(CompactArithmetic::prompt);
  }

  private static String prompt(ArithmeticQuestion question) {
    return "S" + question.text() + ">";
  }

  @Override
  public boolean isStep(String line) {
    return STEP.matcher(line).matches();
  }

  @Override
  public Optional<String> answer(String line) {
    return ANSWER.matcher(line).matches() ? Optional.of(line.substring(1)) : Optional.empty();
  }

  @Override
  public String shown(String line) {
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
