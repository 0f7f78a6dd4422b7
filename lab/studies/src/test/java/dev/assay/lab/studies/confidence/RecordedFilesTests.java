// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFilesTests {

  private static final String JUDGED =
      """
      {"full_scores": [[9, 9], [5, null], [1, 1], [2, 3]], "refused": false}
      {"full_scores": [[9, 9], [5, 5], [1, 1], [2, 3]], "refused": true}
      {"full_scores": [[4, 4], [10, 10], [1, 1], [2, 3]]}
      """;

  private static final String POOL =
      """
      {"samples": [{"answer": "4", "correct": true}, {"answer": "4.0", "correct": "True"},\
       {"answer": "5", "correct": false}]}
      {"samples": [{"answer": null, "correct": false}, {"answer": " ", "correct": false}]}
      """;

  @TempDir Path folder;

  private DatasetFolder data;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("judged.jsonl"), JUDGED);
    Files.writeString(folder.resolve("pool.jsonl"), POOL);
    data = new DatasetFolder(folder);
  }

  @Test
  void theBestJudgedCandidateIsChosenAndRefusedRowsAreDropped() {
    List<SettledCase> cases = new JudgedCandidates().read(data, "judged.jsonl", "full_scores", 1);
    assertThat(cases).extracting(SettledCase::right).containsExactly(true, false);
    assertThat(RawScore.MEAN_VERDICT.of(cases.getFirst())).isCloseTo(8 / 9.0, within(1e-12));
    assertThat(RawScore.SHARE.of(cases.getFirst())).isEqualTo(0.25);
    assertThat(RawScore.LEAD.of(cases.getFirst())).isCloseTo((8 - 4) / 36.0, within(1e-12));
  }

  @Test
  void aFailedCallIsNoVerdict() {
    SettledCase first =
        new JudgedCandidates().read(data, "judged.jsonl", "full_scores", 1).getFirst();
    assertThat(first.groups())
        .flatExtracting(group -> group.solutions())
        .extracting(solution -> solution.readable())
        .containsExactlyInAnyOrder(2, 1, 2, 2);
  }

  @Test
  void theMajorityOfAPoolIsRightAndAProblemWithoutAnswersIsDropped() {
    List<SettledCase> cases =
        ModelPoolSet.read(data, "pool.jsonl", new MathEquality()).byMajority(3, 1);
    assertThat(cases).hasSize(1);
    assertThat(cases.getFirst().right()).isTrue();
    assertThat(RawScore.SHARE.of(cases.getFirst())).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(RawScore.LEAD.of(cases.getFirst())).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(RawScore.VOTING_SHARE.of(cases.getFirst())).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void simulatedVerdictsAreAsManyAsAskedFor() {
    List<SettledCase> cases =
        ModelPoolSet.read(data, "pool.jsonl", new MathEquality())
            .verified(new int[] {3}, new int[] {4}, 1);
    assertThat(cases.getFirst().groups())
        .flatExtracting(group -> group.solutions())
        .extracting(solution -> solution.readable())
        .containsExactly(4, 4, 4);
  }

  @Test
  void stoppingAtOnceAsksOnce() {
    List<SettledCase> cases =
        ModelPoolSet.read(data, "pool.jsonl", new MathEquality()).stoppedEarly(3, 4, 0, 1);
    assertThat(cases.getFirst().groups()).flatExtracting(group -> group.solutions()).hasSize(1);
  }
}
