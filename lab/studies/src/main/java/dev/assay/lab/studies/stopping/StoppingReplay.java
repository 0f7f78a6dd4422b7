// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.stopping;

import dev.assay.selection.stopping.AdaptiveStopping;
import dev.assay.selection.stopping.Plan.Ask;
import dev.assay.selection.stopping.Plan.Await;
import dev.assay.selection.stopping.Plan.Stop;
import dev.assay.selection.stopping.SelectionCriterion;
import dev.assay.selection.stopping.StoppingSettings;
import dev.assay.selection.stopping.VerificationState;
import dev.assay.selection.stopping.WorkState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plays the calls of a pool to a rule: a fixed grid of them, or those that adaptive stopping asks
 * for. Every call takes equally long, so all that are under way come back together.
 */
public final class StoppingReplay {

  private final RecordedCalls pool;
  private final SelectionCriterion criterion;
  private final int[] asked;
  private final int[] returned;
  private final List<Integer> underWay = new ArrayList<>();
  private int attempts;
  private int ended;

  private StoppingReplay(RecordedCalls pool, SelectionCriterion criterion) {
    this.pool = pool;
    this.criterion = criterion;
    this.asked = new int[pool.attempts()];
    this.returned = new int[pool.attempts()];
  }

  /**
   * What a rule came to.
   *
   * @param right whether it chose the right answer
   * @param attempts that it spent
   * @param verdicts that it spent
   * @param rounds how often it waited for results: the latency, in calls one after the other
   */
  public record End(boolean right, int attempts, int verdicts, int rounds) {

    public int calls() {
      return attempts + verdicts;
    }
  }

  /** All N attempts and all M verdicts on each that states an answer. */
  public static End fixed(RecordedCalls pool, SelectionCriterion criterion) {
    StoppingReplay replay = new StoppingReplay(pool, criterion);
    replay.attempts = criterion.scoring().attempts();
    replay.ended = replay.attempts;
    for (int i = 0; i < replay.attempts; i++) {
      int all = pool.groups()[i] < 0 ? 0 : criterion.scoring().verifications();
      replay.asked[i] = all;
      replay.returned[i] = all;
    }
    return replay.end(1);
  }

  /**
   * @param seed of the estimates
   */
  public static End adaptive(
      RecordedCalls pool, SelectionCriterion criterion, StoppingSettings settings, long seed) {
    StoppingReplay replay = new StoppingReplay(pool, criterion);
    AdaptiveStopping stopping = new AdaptiveStopping(criterion, settings);
    for (int rounds = 0; ; ) {
      switch (stopping.next(replay.progress(), seed)) {
        case Stop _ -> {
          return replay.end(rounds);
        }
        case Ask ask -> replay.take(ask);
        case Await _ -> {
          replay.comeBack();
          rounds++;
        }
      }
    }
  }

  private void take(Ask ask) {
    List<Integer> solutions = solutions();
    for (int i = 0; i < ask.attempts(); i++) {
      underWay.add(-1 - attempts++);
    }
    ask.verifications()
        .forEach(
            verify -> {
              int attempt = solutions.get(verify.solution());
              asked[attempt] += verify.times();
              for (int i = 0; i < verify.times(); i++) {
                underWay.add(attempt);
              }
            });
  }

  private void comeBack() {
    for (int call : underWay) {
      if (call < 0) {
        ended++;
      } else {
        returned[call]++;
      }
    }
    underWay.clear();
  }

  /** The attempts that have come to an answer; they end in the order in which they began. */
  private List<Integer> solutions() {
    List<Integer> solutions = new ArrayList<>();
    for (int i = 0; i < ended; i++) {
      if (pool.groups()[i] >= 0) {
        solutions.add(i);
      }
    }
    return solutions;
  }

  private List<Integer> names() {
    return solutions().stream().map(i -> pool.groups()[i]).distinct().toList();
  }

  private WorkState progress() {
    List<Integer> names = names();
    List<VerificationState> judged =
        solutions().stream()
            .map(i -> pool.judged(i, names.indexOf(pool.groups()[i]), asked[i], returned[i]))
            .toList();
    double attemptCalls = Arrays.stream(pool.calls(), 0, ended).average().orElse(1);
    return new WorkState(judged, attempts, ended, attemptCalls);
  }

  private End end(int rounds) {
    WorkState progress = progress();
    boolean right =
        !progress.solutions().isEmpty()
            && pool.right().contains(names().get(criterion.winner(progress)));
    int verdicts = progress.solutions().stream().mapToInt(VerificationState::asked).sum();
    return new End(right, attempts, verdicts, rounds);
  }
}
