// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.ProblemEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import dev.assay.messaging.RunningWork.Stop;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The problems that were settled lately. Workers look here before they buy a model call that can no
 * longer change anything, and are stopped from here when it cannot any more; to miss one costs a
 * call and nothing else.
 */
public final class SettledProblems {

  private static final Set<String> ENDS =
      Set.of(
          type(AnswerEvent.Settled.class),
          type(ProblemEvent.Cancelled.class),
          type(ProblemEvent.Deleted.class));

  private final RecentIds ids = new RecentIds(10_000);
  private volatile boolean ending;
  private final Map<ProblemId, Set<RunningWork>> underWay = new ConcurrentHashMap<>();

  /** The problem is settled: what is under way for it stops. */
  public void on(ProblemId settled) {
    // Before the look at what is under way: whatever is watched later sees it for itself.
    ids.add(settled);
    underWay.getOrDefault(settled, Set.of()).forEach(each -> each.stop(Stop.SETTLED));
  }

  /**
   * Something was said on {@code answers} or {@code problems}: a problem that its caller gives up
   * is as good as settled. The envelope tells what and of whom; an answer itself, which is long, is
   * read where there is none.
   */
  public void hear(RawRecord record) {
    String type = record.headers().get(Envelope.EVENT_TYPE);
    if (type == null) {
      if (record.topic().equals(Topic.ANSWERS.name())
          && EventCodec.decode(Topic.ANSWERS, record.body())
              instanceof Decoded.Known<AnswerEvent>(AnswerEvent event)) {
        on(event.problemId());
      }
    } else if (ENDS.contains(type)) {
      problem(record).ifPresent(this::on);
    }
  }

  private static String type(Class<?> event) {
    return event.getAnnotation(JsonTypeName.class).value();
  }

  private static Optional<ProblemId> problem(RawRecord record) {
    try {
      return Optional.of(ProblemId.parse(record.problem()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean contains(ProblemId problem) {
    return ids.contains(problem);
  }

  /** The process ends: all that is under way stops, and is left for others to do. */
  public void giveBack() {
    ending = true;
    underWay.values().forEach(all -> all.forEach(each -> each.stop(Stop.GIVEN_BACK)));
  }

  /** Stops the work when the problem is settled, or now if it is. */
  void watch(ProblemId problem, RunningWork work) {
    underWay.compute(
        problem,
        (_, known) -> {
          Set<RunningWork> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(work);
          return all;
        });
    if (contains(problem)) {
      work.stop(Stop.SETTLED);
    }
    if (ending) {
      work.stop(Stop.GIVEN_BACK);
    }
  }

  void unwatch(ProblemId problem, RunningWork work) {
    underWay.computeIfPresent(
        problem,
        (_, all) -> {
          all.remove(work);
          return all.isEmpty() ? null : all;
        });
  }

  /** How many problems have work under way. */
  int watched() {
    return underWay.size();
  }
}
