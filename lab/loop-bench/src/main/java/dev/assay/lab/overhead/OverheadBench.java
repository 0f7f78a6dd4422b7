// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.lab.overhead.cost.MeasuredSystem;
import dev.assay.lab.overhead.cost.SystemCost;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.CallPace;
import dev.assay.lab.overhead.ideal.ListSchedule;
import dev.assay.lab.overhead.load.BareAsker;
import dev.assay.lab.overhead.load.LoadRun;
import dev.assay.lab.overhead.load.LoopAsker;
import dev.assay.lab.overhead.pace.ModelProcess;
import dev.assay.lab.overhead.pace.PacedCounts;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Asks the same through the loop and without it, and looks what the loop adds. */
public final class OverheadBench implements AutoCloseable {

  /** A draft, its critique, a verdict: each waits for the one before it. */
  static final int PATH = 3;

  private static final double NANOS = 1e6;

  /** What an answered problem still causes is its cost too. */
  private static final long TAIL_MILLIS = 500;

  private final AtomicInteger numbers = new AtomicInteger();
  private final MeasuredSystem system;
  private final ModelProcess model;
  private final CallPace pace;
  private final LoopAsker loop;
  private final BareAsker bare;

  /**
   * @param pace of the model server
   * @param questionLength characters of a question, at least
   */
  public OverheadBench(
      MeasuredSystem system, ModelProcess model, CallPace pace, int questionLength) {
    this.system = system;
    this.model = model;
    this.pace = pace;
    this.loop = new LoopAsker(system.url(), questionLength);
    this.bare = new BareAsker(model.calls(), pace.chunks() > 0);
  }

  /** Has a load worked through the loop, then without it. */
  public OverheadRow measure(GridLoad load) {
    List<AskedProblem> problems = problems(load);
    model.pace(pace);
    SystemCost before = system.cost();
    LoadRun.Result looped = LoadRun.of(problems, load.inFlight(), loop);
    pause();
    SystemCost cost = system.cost().since(before);
    PacedCounts bought = model.counts();
    model.pace(pace);
    double used = ownMillis();
    LoadRun.Result alone = LoadRun.of(problems, load.inFlight(), bare);
    used = ownMillis() - used;
    return new OverheadRow(
        load,
        PATH * (double) pace.millis(),
        LoadFigures.of(looped.spans()),
        cost,
        system.memory(),
        bought,
        LoadFigures.of(alone.spans()),
        used,
        LoadFigures.of(ListSchedule.of(problems, load.inFlight(), pace)),
        looped.failed(),
        looped.why(),
        looped.refusals());
  }

  /** Has a load worked through the loop, and looks at nothing. */
  public void warm(GridLoad load) {
    model.pace(pace);
    LoadRun.Result _ = LoadRun.of(problems(load), load.inFlight(), loop);
  }

  /** Milliseconds of processor time that the system uses a second while nobody asks it anything. */
  public double idleMillis(int seconds) throws InterruptedException {
    SystemCost before = system.cost();
    Thread.sleep(1000L * seconds);
    return system.cost().since(before).processor().total() / seconds;
  }

  /** Loads of another make, of this model server and this system. */
  public MixedLoads mixed() {
    return new MixedLoads(model, loop, numbers, pace);
  }

  private List<AskedProblem> problems(GridLoad load) {
    int first = numbers.getAndAdd(load.problems());
    return IntStream.range(first, first + load.problems())
        .mapToObj(number -> new AskedProblem(number, load.shape(), 0))
        .toList();
  }

  private static double ownMillis() {
    var here = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return here.getProcessCpuTime() / NANOS;
  }

  private static void pause() {
    try {
      Thread.sleep(TAIL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    loop.close();
    bare.close();
  }
}
