// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import static dev.assay.lab.critics.judging.JudgementFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.draws.StudyRole;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingRunTests {

  private static final LabelledSolution WRONG = solution("set", "1", 1);
  private static final LabelledSolution CLEAN = solution("set", "2", -1);
  private static final LabelledSolution MUMBLED = solution("set", "3", 0);
  private static final List<LabelledSolution> ALL = List.of(WRONG, CLEAN, MUMBLED);

  private final ScriptedModel model = ScriptedModel.answering(JudgingRunTests::said);

  @TempDir private Path folder;

  /** By the number in the problem. */
  private static String said(String prompt) {
    if (prompt.contains("(1)")) {
      return "The second step is wrong. \\box{STEP1}";
    }
    return prompt.contains("(2)") ? "All is well. \\box{STEP-1}" : "Who knows.";
  }

  private static StudyRole player(ScriptedModel model, double temperature) {
    return new StudyRole(
        new Role(
            model,
            new GeneralProtocol(),
            temperature,
            1,
            99,
            Duration.ofSeconds(9),
            InstantSource.fixed(Instant.EPOCH)),
        "somebody's");
  }

  private Path file() {
    return folder.resolve("judgements.jsonl");
  }

  private JudgedSolutions run(int votes, List<LabelledSolution> solutions) {
    return run(JudgingRole.CRITIC, 0.5, 1, votes, solutions);
  }

  private JudgedSolutions run(
      JudgingRole part, double heat, long seed, int votes, List<LabelledSolution> solutions) {
    return new JudgingRun(new Judge(part, player(model, heat)), seed, votes, 2)
        .into(file(), solutions, _ -> {});
  }

  @Test
  void eachSolutionIsJudgedAsOftenAsItIsWanted() {
    JudgedSolutions judged = run(2, ALL);

    assertThat(judged.ballots())
        .extracting(Ballot::majority)
        .extracting(each -> each.keySet().iterator().next())
        .containsExactly(1, -1, Ballot.UNREAD);
    assertThat(judged.missing()).isZero();
    // What cannot be read is asked for once more.
    assertThat(judged.paid().calls()).isEqualTo(8);
    assertThat(model.requests()).hasSize(8);
    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates();
  }

  @Test
  void aVerifierIsAskedInItsOwnWords() {
    JudgedSolutions judged = run(JudgingRole.VERIFIER, 0.5, 1, 1, List.of(WRONG, CLEAN));

    assertThat(judged.ballots().get(0).votes().getFirst().named()).isEqualTo(1);
    assertThat(judged.ballots().get(1).votes().getFirst().pass()).isEqualTo(1);
    assertThat(judged.settings().role()).isEqualTo("verifier");
  }

  @Test
  void aSecondRunGoesOn() throws IOException {
    run(1, List.of(WRONG));
    List<String> before = Files.readAllLines(file());

    JudgedSolutions judged = run(2, ALL);

    assertThat(Files.readAllLines(file())).startsWith(before.toArray(String[]::new)).hasSize(7);
    assertThat(judged.paid().calls()).isEqualTo(7);
    assertThat(judged.cost().calls()).isEqualTo(8);
    assertThat(run(2, ALL).paid().calls()).isZero();
    assertThat(model.requests()).hasSize(8);
  }

  @Test
  void aHalfWrittenLineIsDoneAgain() throws IOException {
    run(1, List.of(WRONG, CLEAN));
    String whole = Files.readString(file());
    Files.writeString(file(), whole.substring(0, whole.length() - 20));

    JudgedSolutions judged = run(1, List.of(WRONG, CLEAN));

    assertThat(judged.paid().calls()).isEqualTo(1);
    assertThat(judged.missing()).isZero();
    assertThat(Files.readString(file()).lines()).hasSize(3).allMatch(line -> line.endsWith("}"));
  }

  @Test
  void theSameSeedDrawsTheSame() throws IOException {
    run(2, List.of(WRONG));
    List<Long> seeds = model.requests().stream().map(JudgingRunTests::seed).sorted().toList();
    Files.delete(file());

    run(2, List.of(WRONG));

    assertThat(model.requests().subList(2, 4).stream().map(JudgingRunTests::seed).sorted())
        .isEqualTo(seeds);
  }

  private static long seed(CompletionRequest request) {
    return request.sampling().seed();
  }

  @Test
  void anotherConfigurationDoesNotGoOnWithIt() {
    run(1, List.of(WRONG));

    assertThatThrownBy(() -> run(JudgingRole.CRITIC, 0.6, 1, 1, List.of(WRONG)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("temperature 0.5, top-p 1.0, at most 99 tokens (expected: ")
        .hasMessageContaining("choose another --out");
    assertThatThrownBy(() -> run(JudgingRole.CRITIC, 0.5, 2, 1, List.of(WRONG)))
        .hasMessageContaining("seed 1 (expected: 2)");
    assertThatThrownBy(() -> run(JudgingRole.VERIFIER, 0.5, 1, 1, List.of(WRONG)))
        .hasMessageContaining("role critic (expected: verifier)");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void whatIsNoFileOfJudgementsIsRefused() throws IOException {
    Files.writeString(file(), "{\"question\": 1}\n");

    assertThatThrownBy(() -> run(1, List.of(WRONG)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("row 1, is not of a file of judgements");
  }

  @Test
  void progressBeginsWithWhatIsThere() {
    run(1, List.of(WRONG));
    Queue<JudgingProgress> told = new ConcurrentLinkedQueue<>();

    new JudgingRun(new Judge(JudgingRole.CRITIC, player(model, 0.5)), 1, 1, 1)
        .into(file(), ALL, told::add);

    assertThat(told)
        .containsExactly(
            new JudgingProgress(1, 0, 3, 0, 0),
            new JudgingProgress(1, 1, 3, 0, 0),
            new JudgingProgress(1, 2, 3, 1, 0));
  }

  @Test
  void whatBringsNoReplyIsMissingAndAskedForAgain() {
    ScriptedModel failing =
        ScriptedModel.failing(new PermanentModelException("too long", null, Spent.ONE_CALL));
    JudgingRun run = new JudgingRun(new Judge(JudgingRole.CRITIC, player(failing, 0.5)), 1, 1, 1);

    JudgedSolutions judged = run.into(file(), ALL, _ -> {});

    assertThat(judged.missing()).isEqualTo(3);
    assertThat(judged.ballots()).allMatch(each -> each.majority().containsKey(Ballot.UNREAD));
    assertThat(run(1, ALL).missing()).isZero();
  }

  @Test
  void nothingButFailuresIsGivenUp() {
    ScriptedModel failing =
        ScriptedModel.failing(new PermanentModelException("no such key", null, Spent.ONE_CALL));
    JudgingRun run = new JudgingRun(new Judge(JudgingRole.CRITIC, player(failing, 0.5)), 1, 64, 1);

    assertThatThrownBy(() -> run.into(file(), ALL, _ -> {}))
        .isInstanceOf(NoMoreRepliesException.class)
        .hasMessage("8 requests in a row brought no reply, the last: no such key");
  }
}
