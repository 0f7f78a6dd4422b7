// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

import dev.assay.selection.stopping.Plan.Ask;
import dev.assay.selection.stopping.Plan.Await;
import dev.assay.selection.stopping.Plan.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plays a grid to the stopping rule; calls under way come back in any order. */
final class EvidenceReplay {

  private final EvidenceGrid grid;
  private final AdaptiveStopping stopping;
  private final Random order;
  private final int width;
  private final int[] asked;
  private final int[] returned;
  private final List<Integer> underWay = new ArrayList<>();
  private final List<Integer> ended = new ArrayList<>();
  private int attempts;
  private int attemptsEnded;

  EvidenceReplay(EvidenceGrid grid, StoppingSettings settings, Random order) {
    this.grid = grid;
    this.stopping = new AdaptiveStopping(grid.criterion(), settings);
    this.order = order;
    this.width = settings.width();
    this.asked = new int[grid.answers().length];
    this.returned = new int[grid.answers().length];
  }

  /**
   * What came of it.
   *
   * @param answer of the winning group, or -1 where there is none
   */
  record End(Stop stop, WorkState progress, int answer) {}

  End run() {
    for (int steps = 0; steps < 10_000; steps++) {
      WorkState progress = progress();
      switch (stopping.next(progress, 1)) {
        case Stop stop -> {
          return new End(stop, progress, answer(progress));
        }
        case Ask ask -> take(ask);
        case Await _ -> comeBack();
      }
    }
    throw new IllegalStateException("no end: " + progress());
  }

  private int answer(WorkState progress) {
    if (progress.solutions().isEmpty()) {
      return -1;
    }
    int winner = grid.criterion().outcome(GroupAccumulator.of(progress)).winner();
    return solutions().stream().map(i -> grid.answers()[i]).distinct().toList().get(winner);
  }

  private void take(Ask ask) {
    for (int i = 0; i < ask.attempts(); i++) {
      underWay.add(-1 - attempts++);
    }
    ask.verifications()
        .forEach(
            verify -> {
              for (int i = 0; i < verify.times(); i++) {
                underWay.add(solutions().get(verify.solution()));
                asked[solutions().get(verify.solution())]++;
              }
            });
    if (underWay.size() > width || attempts > asked.length) {
      throw new IllegalStateException("too many calls: " + ask);
    }
  }

  private void comeBack() {
    int call = underWay.remove(order.nextInt(underWay.size()));
    if (call < 0) {
      ended.add(-1 - call);
      attemptsEnded++;
    } else {
      returned[call]++;
    }
  }

  private List<Integer> solutions() {
    return ended.stream().sorted().filter(i -> grid.answers()[i] >= 0).toList();
  }

  private WorkState progress() {
    List<Integer> names = new ArrayList<>();
    List<VerificationState> solutions = new ArrayList<>();
    for (int i : solutions()) {
      if (!names.contains(grid.answers()[i])) {
        names.add(grid.answers()[i]);
      }
      solutions.add(grid.judged(i, names.indexOf(grid.answers()[i]), asked[i], returned[i]));
    }
    return new WorkState(solutions, attempts, attemptsEnded);
  }
}
