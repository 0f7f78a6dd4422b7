// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.model.examples.ArithmeticProblem;
import dev.assay.embedded.model.examples.TextExample;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskSplitTests {

  private static final int QUESTIONS = 1_000;

  private static final TaskSplit<Integer> NUMBERS =
      new TaskSplit<>(
          random -> random.nextInt(QUESTIONS),
          number -> "question " + number,
          number -> number % 10 == 0,
          number -> new TextExample(number.toString(), "#1.", 1));

  private static List<TextExample> trained(TaskSplit<?> tasks, int count) {
    SplittableRandom random = new SplittableRandom(1);
    TrainingTask task = tasks.forTraining();
    return Stream.generate(() -> task.next(random)).limit(count).toList();
  }

  private static Set<Integer> numbers(List<TextExample> examples) {
    return examples.stream()
        .map(example -> Integer.valueOf(example.prompt()))
        .collect(Collectors.toSet());
  }

  private static ArithmeticProblem problem(TextExample example) {
    return ArithmeticProblem.parse(example.prompt().substring(1, example.prompt().length() - 1));
  }

  @Test
  void trainingAndEvaluationShareNothingAndHeldQuestionsAreInNeither() {
    Set<Integer> trained = numbers(trained(NUMBERS, 20 * QUESTIONS));
    Set<Integer> evaluated = numbers(NUMBERS.forEvaluation(QUESTIONS, 1));

    assertThat(trained).doesNotContainAnyElementsOf(evaluated);
    assertThat(trained.size() + evaluated.size()).isEqualTo(QUESTIONS * 9 / 10);
    assertThat(evaluated).hasSizeBetween(5, 30).noneMatch(number -> number % 10 == 0);
    assertThat(trained).noneMatch(number -> number % 10 == 0);
  }

  @Test
  void evaluationIsTheSameForTheSameSeed() {
    TaskSplit<ArithmeticProblem> tasks = TaskSplit.arithmetic();

    assertThat(tasks.forEvaluation(100, 7))
        .hasSize(100)
        .doesNotHaveDuplicates()
        .isEqualTo(tasks.forEvaluation(100, 7))
        .isNotEqualTo(tasks.forEvaluation(100, 8));
  }

  @Test
  void whatIsKeptForEvaluationIsAsHardAsTheRest() {
    // The hash must not prefer questions of a certain make, such as those with more products.
    long products =
        TaskSplit.arithmetic().forEvaluation(1_000, 7).stream()
            .map(TaskSplitTests::problem)
            .flatMapToInt(problem -> problem.question().operators().chars())
            .filter(operator -> operator == '*')
            .count();

    assertThat(products / (7 * 1_000.0)).isBetween(0.31, 0.36);
  }

  @Test
  void benchmarkQuestionsAreHeld() {
    ArithmeticProblem arithmetic = ArithmeticProblem.parse("(-1+2+9*5)-(-2+-4+-4*-7)");

    assertThat(TaskSplit.arithmetic().held().test(arithmetic)).isTrue();
    assertThat(heldOf(TaskSplit.tracking())).isEqualTo(heldOf(TaskSplit.following())).isPositive();
  }

  private static <Q> long heldOf(TaskSplit<Q> tasks) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(() -> tasks.draw().apply(random))
        .limit(2_000)
        .filter(tasks.held())
        .count();
  }

  @Test
  void aKindIsKnownByTheLetterThatItsPromptsBeginWith() {
    assertThat(trained(TaskSplit.arithmetic(), 10)).allMatch(each -> each.prompt().startsWith("S"));
    assertThat(trained(TaskSplit.tracking(), 10)).allMatch(each -> each.prompt().startsWith("T"));
    assertThat(trained(TaskSplit.following(), 10)).allMatch(each -> each.prompt().startsWith("U"));
  }
}
