// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTests {

  private final FairQueue<String> queue = new FairQueue<>(8);

  @Test
  void oneTaskDoesNotWaitForSomebodysThousand() {
    add("large", 1_000);
    add("small", 1);
    queue.next();

    assertThat(queue.next()).contains("small 0");
  }

  @Test
  void placesAreSharedAlike() {
    add("a", 5);
    add("b", 5);
    add("c", 5);

    assertThat(next(6)).containsExactly("a 0", "b 0", "c 0", "a 1", "b 1", "c 1");
  }

  @Test
  void whoHasFewerPlacesIsNext() {
    add("a", 5);
    next(3);
    add("b", 5);

    assertThat(next(3)).containsExactly("b 0", "b 1", "b 2");

    queue.giveBack("a");
    assertThat(next(1)).containsExactly("a 3");
  }

  /** Or whoever comes next waits for the longest of its tasks. */
  @Test
  void nobodyHasAllPlaces() {
    add("a", 100);

    assertThat(next(8)).hasSize(6);
    add("b", 100);
    assertThat(next(8)).hasSize(6);
  }

  @Test
  void ofOnePlaceThereIsNothingToKeep() {
    FairQueue<String> one = new FairQueue<>(1);
    one.add("a", "task");

    assertThat(one.next()).contains("task");
  }

  @Test
  void whatIsTakenOutIsNotHandedOver() {
    add("a", 3);
    add("b", 1);

    queue.removeIf(task -> task.startsWith("a"));

    assertThat(queue.size()).isEqualTo(1);
    assertThat(next(3)).containsExactly("b 0");
  }

  @Test
  void aLineThatIsEmptyBeginsAnew() {
    add("a", 1);
    next(1);
    queue.giveBack("a");
    add("a", 1);

    assertThat(next(1)).containsExactly("a 0");
    assertThat(queue.size()).isZero();
  }

  private void add(String line, int tasks) {
    for (int i = 0; i < tasks; i++) {
      queue.add(line, line + " " + i);
    }
  }

  private List<String> next(int most) {
    List<String> next = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      queue.next().ifPresent(next::add);
    }
    return next;
  }
}
