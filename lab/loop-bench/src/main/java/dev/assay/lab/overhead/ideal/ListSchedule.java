// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * List scheduling: whichever call became possible first gets the first free slot. A critique is
 * possible when its draft is there, and all verdicts when the critique is. Nothing else takes time.
 */
public final class ListSchedule {

  private final List<AskedProblem> problems;
  private final CallPace pace;
  private final Queue<PacedTask> waiting = new ArrayDeque<>();
  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparingDouble(Moment::at).thenComparingLong(Moment::order));
  private final double[] begun;
  private final double[] ended;
  private final int[] left;
  private int asked;
  private int running;
  private long order;

  /**
   * Something that happens at a time.
   *
   * @param order in which it was foreseen, for what happens at once
   */
  private record Moment(double at, long order, Happening what) {}

  private sealed interface Happening permits PacedTask, Asking {}

  private record PacedTask(int problem, PacedCall call) implements Happening {}

  private record Asking(int problem) implements Happening {}

  private ListSchedule(List<AskedProblem> problems, CallPace pace) {
    this.problems = problems;
    this.pace = pace;
    begun = new double[problems.size()];
    ended = new double[problems.size()];
    left = problems.stream().mapToInt(each -> each.shape().calls()).toArray();
  }

  /**
   * When each problem would be worked on.
   *
   * @param inFlight problems at a time: the next is asked when one of them is done
   * @return in the order of the problems
   */
  public static List<WorkedSpan> of(List<AskedProblem> problems, int inFlight, CallPace pace) {
    ListSchedule schedule = new ListSchedule(problems, pace);
    schedule.run(inFlight);
    return IntStream.range(0, problems.size())
        .mapToObj(i -> new WorkedSpan(schedule.begun[i], schedule.ended[i]))
        .toList();
  }

  private void run(int inFlight) {
    for (int i = 0; i < inFlight; i++) {
      ask(0);
    }
    while (!moments.isEmpty()) {
      Moment moment = moments.remove();
      switch (moment.what()) {
        case Asking(int problem) -> begin(problem, moment.at());
        case PacedTask task -> end(task, moment.at());
      }
      fill(moment.at());
    }
  }

  /** The next problem, when it may be asked. */
  private void ask(double now) {
    if (asked < problems.size()) {
      double at = Math.max(now, (double) problems.get(asked).afterMillis());
      moments.add(new Moment(at, order++, new Asking(asked++)));
    }
  }

  private void begin(int problem, double now) {
    begun[problem] = now;
    AskedProblem each = problems.get(problem);
    for (int attempt = 0; attempt < each.shape().attempts(); attempt++) {
      release(problem, attempt, CallStage.DRAFT, 1);
    }
  }

  private void end(PacedTask task, double now) {
    running--;
    int problem = task.problem();
    PacedCall call = task.call();
    switch (call.stage()) {
      case DRAFT -> release(problem, call.attempt(), CallStage.CRITIQUE, 1);
      case CRITIQUE -> {
        int verdicts = problems.get(problem).shape().verifications();
        release(problem, call.attempt(), CallStage.VERDICT, verdicts);
      }
      case VERDICT -> {}
    }
    if (--left[problem] == 0) {
      ended[problem] = now;
      ask(now);
    }
  }

  private void release(int problem, int attempt, CallStage stage, int calls) {
    int number = problems.get(problem).number();
    for (int index = 0; index < calls; index++) {
      waiting.add(new PacedTask(problem, new PacedCall(number, attempt, stage, index)));
    }
  }

  private void fill(double now) {
    while (running < pace.places() && !waiting.isEmpty()) {
      PacedTask task = waiting.remove();
      running++;
      moments.add(new Moment(now + pace.millis(task.call()), order++, task));
    }
  }

  /** The time from the first beginning to the last end, in milliseconds. */
  public static double makespan(List<WorkedSpan> spans) {
    double first = spans.stream().mapToDouble(WorkedSpan::from).min().orElse(0);
    return spans.stream().mapToDouble(WorkedSpan::to).max().orElse(0) - first;
  }
}
