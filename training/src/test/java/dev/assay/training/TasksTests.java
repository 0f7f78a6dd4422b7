// SPDX-License-Identifier: Apache-2.0
package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.training.data.ArithmeticProblem;
import dev.assay.training.data.Example;
import dev.assay.training.data.Examples;
import dev.assay.training.data.Held;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TasksTests {

  private static ArithmeticProblem problem(Example example) {
    assertThat(example.prompt()).startsWith("S").endsWith(">");
    return ArithmeticProblem.parse(example.prompt().substring(1, example.prompt().length() - 1));
  }

  @Test
  void whatIsKeptForEvaluationOrHeldOutIsNotTrainedOn() {
    Task task = Tasks.arithmetic();
    SplittableRandom random = new SplittableRandom(1);

    List<ArithmeticProblem> trained =
        Stream.generate(() -> problem(task.next(random))).limit(5_000).toList();

    assertThat(trained).noneMatch(Tasks::isForEvaluation).noneMatch(Held.bbh()::excludes);
  }

  @Test
  void evaluationHasItsOwnQuestionsAlwaysTheSame() {
    List<Example> examples = Tasks.arithmeticForEvaluation(100, 7);

    assertThat(examples)
        .hasSize(100)
        .doesNotHaveDuplicates()
        .isEqualTo(Tasks.arithmeticForEvaluation(100, 7))
        .isNotEqualTo(Tasks.arithmeticForEvaluation(100, 8));
    assertThat(examples.stream().map(TasksTests::problem).toList())
        .allMatch(Tasks::isForEvaluation)
        .noneMatch(Held.bbh()::excludes);
  }

  @Test
  void aQuestionComesWithItsDerivation() {
    Example example = Tasks.arithmetic().next(new SplittableRandom(2));

    assertThat(example).isEqualTo(Examples.solve(problem(example)));
  }
}
