// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.CallPace;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.ideal.ListSchedule;
import dev.assay.lab.overhead.load.Asker;
import dev.assay.lab.overhead.load.LoadRun;
import dev.assay.lab.overhead.pace.ModelProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads in which one problem may stand in another's way: with it, and without it. */
public final class MixedLoads {

  private static final double SLOW_SHARE = 0.05;
  private static final long SEED = 7;
  private static final GridShape SMALL = new GridShape(1, 1);
  private static final int FEW_SLOTS = 16;

  private final ModelProcess model;
  private final Asker loop;
  private final AtomicInteger numbers;
  private final CallPace pace;

  MixedLoads(ModelProcess model, Asker loop, AtomicInteger numbers, CallPace pace) {
    this.model = model;
    this.loop = loop;
    this.numbers = numbers;
    this.pace = pace;
  }

  /**
   * How large the loads are.
   *
   * @param slowMillis of a slow call
   * @param slowProblems how many of which some calls are slow, all at once
   * @param large problems that a small one is behind
   * @param largeShape of those
   * @param hungMillis of a call that hangs
   * @param beside problems that are asked while it hangs
   * @param inFlight of these at a time
   */
  public record Sizes(
      long slowMillis,
      int slowProblems,
      int large,
      GridShape largeShape,
      long hungMillis,
      int beside,
      int inFlight) {}

  /** All of them, one after another. */
  public List<MixedLoad> all(Sizes sizes) {
    return Stream.of(slow(sizes), behind(sizes), hung(sizes)).flatMap(List::stream).toList();
  }

  /** Many problems at once on few slots, without and with calls that are slow. */
  private List<MixedLoad> slow(Sizes sizes) {
    GridShape shape = new GridShape(2, 2);
    int count = sizes.slowProblems();
    CallPace even = CallPace.even(pace.millis(), FEW_SLOTS, pace.chunks());
    CallPace mixed = even.withSlow(sizes.slowMillis(), SLOW_SHARE, SEED);
    String title = "%d of %s at once, %d slots".formatted(count, shape, FEW_SLOTS);
    MixedLoad without = run(title, null, problems(count, shape, 0), count, even, 0);
    String slowTitle = title + ", 5 % of calls " + sizes.slowMillis() + " ms";
    return List.of(without, run(slowTitle, without, problems(count, shape, 0), count, mixed, 0));
  }

  /** A small problem alone, and behind large ones that were asked just before it. */
  private List<MixedLoad> behind(Sizes sizes) {
    CallPace few = CallPace.even(pace.millis(), FEW_SLOTS, pace.chunks());
    List<AskedProblem> queue = new ArrayList<>(problems(sizes.large(), sizes.largeShape(), 0));
    queue.addAll(problems(1, SMALL, 2 * pace.millis()));
    MixedLoad alone = run("a 1x1 alone", null, problems(1, SMALL, 0), 1, few, 0);
    String title =
        "a 1x1 behind %d of %s, %d slots".formatted(sizes.large(), sizes.largeShape(), FEW_SLOTS);
    return List.of(alone, run(title, alone, queue, queue.size(), few, sizes.large()));
  }

  /** Small problems, without and with one whose first call hangs. */
  private List<MixedLoad> hung(Sizes sizes) {
    int count = sizes.beside();
    int inFlight = sizes.inFlight();
    List<AskedProblem> beside = new ArrayList<>(problems(1, SMALL, 0));
    int hung = beside.getFirst().number();
    beside.addAll(problems(count, SMALL, pace.millis()));
    String title = "%d of 1x1, %d at a time".formatted(count, inFlight);
    MixedLoad without = run(title, null, problems(count, SMALL, 0), inFlight, pace, 0);
    String hungTitle = title + ", beside a call that hangs " + sizes.hungMillis() + " ms";
    CallPace hanging = pace.withHung(hung, sizes.hungMillis());
    return List.of(without, run(hungTitle, without, beside, inFlight + 1, hanging, 1));
  }

  /**
   * @param without the same without what disturbs it, or null if this is that
   * @param unseen how many of the first are part of the load, and not looked at
   */
  private MixedLoad run(
      String name,
      @Nullable MixedLoad without,
      List<AskedProblem> problems,
      int inFlight,
      CallPace now,
      int unseen) {
    model.pace(now);
    LoadRun.Result done = LoadRun.of(problems, inFlight, loop);
    // Where some failed it is not known which are missing: all that were done are looked at.
    int skipped = done.failed() == 0 ? unseen : 0;
    return new MixedLoad(
        name,
        without == null ? null : without.loop(),
        LoadFigures.of(done.spans().subList(skipped, done.spans().size())),
        LoadFigures.of(ListSchedule.of(problems, inFlight, now).subList(unseen, problems.size())),
        problems.stream().mapToInt(each -> each.shape().calls()).sum(),
        model.counts(),
        done.failed(),
        done.why(),
        done.refusals());
  }

  private List<AskedProblem> problems(int count, GridShape shape, long afterMillis) {
    int first = numbers.getAndAdd(count);
    return IntStream.range(first, first + count)
        .mapToObj(number -> new AskedProblem(number, shape, afterMillis))
        .toList();
  }
}
