// SPDX-License-Identifier: Apache-2.0
package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkBudgetTests {

  @Test
  void aReaderThatNeedsNoMoreIsHeard() {
    WorkBudget budget = new WorkBudget(10);

    assertThat(budget.run(() -> spending(10, "read"), () -> "beyond")).isEqualTo("read");
    assertThat(budget.spent()).isEqualTo(10);
  }

  @Test
  void aReaderThatNeedsMoreIsNot() {
    assertThat(new WorkBudget(10).run(() -> spending(11, "read"), () -> "beyond"))
        .isEqualTo("beyond");
  }

  @Test
  void readersOneAfterAnotherShareABudget() {
    WorkBudget budget = new WorkBudget(10);

    assertThat(budget.run(() -> spending(6, "first"), () -> "beyond")).isEqualTo("first");
    assertThat(budget.run(() -> spending(6, "second"), () -> "beyond")).isEqualTo("beyond");
  }

  @Test
  void aReaderWithinAReaderSpendsFromBothBudgets() {
    WorkBudget outer = new WorkBudget(10);
    WorkBudget inner = new WorkBudget(100);

    assertThat(outer.run(() -> inner.run(() -> spending(11, "read"), () -> "inner"), () -> "outer"))
        .isEqualTo("outer");
    assertThat(
            new WorkBudget(100)
                .run(
                    () -> new WorkBudget(10).run(() -> spending(11, "read"), () -> "inner"),
                    () -> "outer"))
        .isEqualTo("inner");
  }

  @Test
  void whatWasDoneBeforeTheEndStaysDone() {
    List<Integer> done = new ArrayList<>();

    new WorkBudget(10)
        .run(
            () ->
                IntStream.range(0, 100)
                    .forEach(
                        i -> {
                          WorkBudget.spend(3);
                          done.add(i);
                        }));

    assertThat(done).containsExactly(0, 1, 2);
  }

  @Test
  void aReaderThatCallsItselfWithoutEndIsStopped() {
    assertThat(new WorkBudget(1_000_000).run(WorkBudgetTests::endless, () -> "beyond"))
        .isEqualTo("beyond");
  }

  @Test
  void levelsThatWereLeftCountNoMore() {
    WorkBudget budget = new WorkBudget(10);
    for (int i = 0; i < 3 * WorkBudget.DEEPEST; i++) {
      assertThat(budget.run(() -> WorkBudget.deeper(() -> "read"), () -> "beyond"))
          .isEqualTo("read");
    }
  }

  @Test
  void noRegularExpressionGetsAwayWithMore() {
    Pattern quadratic = Pattern.compile("a*b");

    assertThat(
            new WorkBudget(10_000)
                .run(
                    () -> quadratic.matcher(WorkBudget.metered("a".repeat(1_000))).find(),
                    () -> true))
        .isTrue();
  }

  @Test
  void withoutABudgetReadingIsFree() {
    assertThat(spending(Long.MAX_VALUE, "read")).isEqualTo("read");
    assertThat(WorkBudget.deeper(() -> "read")).isEqualTo("read");
    assertThat(WorkBudget.metered("text")).isEqualTo("text");
  }

  @Test
  void otherExceptionsGoThrough() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new WorkBudget(10)
                    .run(
                        () -> {
                          throw new IllegalStateException("a mistake");
                        }));
  }

  private static String spending(long steps, String result) {
    WorkBudget.spend(steps);
    return result;
  }

  private static String endless() {
    return WorkBudget.deeper(WorkBudgetTests::endless);
  }

  @Test
  void whatAllReadWithIsOnNobodysBudget() {
    WorkBudget budget = new WorkBudget(10);

    String made =
        budget.run(
            () ->
                WorkBudget.unmetered(
                    () -> {
                      WorkBudget.spend(1_000);
                      return "made";
                    }),
            () -> "beyond");

    assertThat(made).isEqualTo("made");
    assertThat(budget.spent()).isZero();
  }

  /** Made by the test below, and by nobody else. */
  private static final class Constant {

    static final String VALUE = made();

    private static String made() {
      WorkBudget.spend(1_000);
      return WorkBudget.deeper(() -> "made");
    }
  }

  @Test
  void aClassIsMadeEvenIfTheBudgetOfItsFirstReaderIsUsedUp() {
    WorkBudget budget = new WorkBudget(10);

    assertThat(budget.run(() -> Constant.VALUE, () -> "beyond")).isEqualTo("made");
    assertThat(budget.<String>run(() -> read(), () -> "beyond")).isEqualTo("beyond");
  }

  private static String read() {
    WorkBudget.spend(1);
    return Constant.VALUE;
  }
}
