// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.curves.PoolSize;
import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.loop.BenchProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolRunTests {

  private static final PoolSize SIZE = new PoolSize(2, 2, 1);

  private final StudyRolesFixture script = new StudyRolesFixture();
  private final StudyRoles players = script.players(true);

  @TempDir private Path folder;

  private static List<BenchProblem> problems(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new BenchProblem(i, i + " + 1 =", "24"))
        .toList();
  }

  private DrawnPool run(int count) {
    return PoolRun.of(players, SIZE).into(folder.resolve("pool.jsonl"), problems(count), _ -> {});
  }

  @Test
  void aSecondRunGoesOn() {
    run(2);
    int asked = script.generator.requests().size();
    assertThat(run(2).problems()).hasSize(2);
    assertThat(script.generator.requests()).hasSize(asked);

    DrawnPool more = run(3);

    assertThat(more.problems()).extracting(PooledProblem::index).containsExactly(0, 1, 2);
    assertThat(script.generator.requests()).hasSize(asked / 2 * 3);
  }

  @Test
  void fewerProblemsAreTheFirstOfThePool() {
    run(3);

    assertThat(run(1).problems()).extracting(PooledProblem::index).containsExactly(0);
  }

  @Test
  void thereAreVotesOnlyWhereTheyAreWanted() {
    DrawnPool without =
        PoolRun.withoutVotes(players, SIZE)
            .into(folder.resolve("self.jsonl"), problems(1), _ -> {});

    assertThat(without.problems().getFirst().votes()).hasSize(2);
    assertThat(run(1).problems().getFirst().votes()).hasSize(SIZE.votes());
  }

  @Test
  void progressBeginsWithWhatIsThere() {
    run(2);
    Queue<Integer> told = new ConcurrentLinkedQueue<>();
    PoolRun.of(players, SIZE).into(folder.resolve("pool.jsonl"), problems(3), told::add);

    assertThat(told).containsExactly(2, 3);
  }

  @Test
  void otherPlayersDoNotGoOnWithIt() {
    run(1);
    PoolRun others = PoolRun.of(players.generatorAlone(), new PoolSize(2, 1, 1));

    assertThatThrownBy(() -> others.into(folder.resolve("pool.jsonl"), problems(1), _ -> {}))
        .isInstanceOf(BadDataException.class);
  }

  @Test
  void otherQuestionsDoNotGoOnWithIt() {
    run(1);
    List<BenchProblem> others = List.of(new BenchProblem(0, "7 + 17 =", "24"));

    assertThatThrownBy(
            () -> PoolRun.of(players, SIZE).into(folder.resolve("pool.jsonl"), others, _ -> {}))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("0 + 1 = (expected: 7 + 17 =)");
  }

  @Test
  void aloneTheGeneratorAnswersInEveryRole() {
    PoolRun.withoutVotes(players.generatorAlone(), SIZE)
        .into(folder.resolve("self.jsonl"), problems(1), _ -> {});

    assertThat(script.critic.requests()).isEmpty();
    assertThat(script.verifier.requests()).isEmpty();
    assertThat(script.generator.prompts()).contains("solve 0 + 1 =", "verify 0 + 1 =");
  }
}
