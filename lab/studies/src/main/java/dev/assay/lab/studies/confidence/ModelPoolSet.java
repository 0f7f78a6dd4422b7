// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.SelectionRule;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.selection.VerdictTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.apache.commons.rng.sampling.ListSampler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Problems that some forty models answered once each (ZeroEval): N of the models, drawn without
 * replacement, stand for N attempts.
 */
public final class ModelPoolSet {

  private final List<List<RecordedAttempt>> problems;
  private final AnswerEquality equality;

  private ModelPoolSet(List<List<RecordedAttempt>> problems, AnswerEquality equality) {
    this.problems = problems;
    this.equality = equality;
  }

  public static ModelPoolSet read(DatasetFolder data, String file, AnswerEquality equality) {
    return new ModelPoolSet(
        data.jsonLines(file).stream()
            .map(
                row ->
                    StreamSupport.stream(row.required("samples").spliterator(), false)
                        .map(ModelPoolSet::attempt)
                        .toList())
            .toList(),
        equality);
  }

  private static RecordedAttempt attempt(JsonNode sample) {
    return new RecordedAttempt(
        answer(sample.path("answer")),
        // Some rows spell it as a text.
        sample.required("correct").asString().equalsIgnoreCase("true"),
        VerdictTally.NONE);
  }

  private static @Nullable String answer(JsonNode answer) {
    return answer.isNull() || answer.asString("").isBlank() ? null : answer.asString();
  }

  /** The most frequent answer of N models; nobody verifies. */
  public List<SettledCase> byMajority(int attempts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RecordedSelection settling = new RecordedSelection(equality, SelectionRule.MAJORITY);
    return problems.stream()
        .map(pool -> settling.settle(draw(pool, attempts, random), 1))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Recorded answers of N models, and M simulated verdicts on each.
   *
   * @param attempts N is drawn among these for each problem
   * @param verifications and M among these
   */
  public List<SettledCase> verified(int[] attempts, int[] verifications, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RecordedSelection settling = new RecordedSelection(equality, SelectionRule.PESSIMISTIC);
    List<SettledCase> cases = new ArrayList<>();
    for (List<RecordedAttempt> pool : problems) {
      int verdicts = any(verifications, random);
      List<RecordedAttempt> drawn =
          draw(pool, any(attempts, random), random).stream()
              .map(each -> SimulatedVerifier.judge(each, verdicts, random))
              .toList();
      settling.settle(drawn, verdicts).ifPresent(cases::add);
    }
    return cases;
  }

  /**
   * As {@link #verified}, one attempt after the other until the score of the evidence is high
   * enough: stopping on the very number that is learned from is the hardest test of it.
   *
   * @param most attempts
   */
  public List<SettledCase> stoppedEarly(int most, int verifications, double enough, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RecordedSelection settling = new RecordedSelection(equality, SelectionRule.PESSIMISTIC);
    List<SettledCase> cases = new ArrayList<>();
    for (List<RecordedAttempt> pool : problems) {
      List<RecordedAttempt> asked = new ArrayList<>();
      Optional<SettledCase> settled = Optional.empty();
      for (RecordedAttempt each : draw(pool, most, random)) {
        asked.add(SimulatedVerifier.judge(each, verifications, random));
        settled = settling.settle(asked, verifications);
        if (settled.map(RawScore.KEPT::of).orElse(0.0) >= enough) {
          break;
        }
      }
      settled.ifPresent(cases::add);
    }
    return cases;
  }

  private static int any(int[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }

  private static List<RecordedAttempt> draw(
      List<RecordedAttempt> pool, int attempts, SplittableRandom random) {
    int drawn = Math.min(attempts, pool.size());
    return drawn == 0 ? List.of() : ListSampler.sample(random::nextLong, pool, drawn);
  }
}
