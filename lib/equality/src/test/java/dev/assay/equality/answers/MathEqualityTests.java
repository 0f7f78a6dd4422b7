// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MathEqualityTests {

  private final MathEquality equality = new MathEquality();

  private record Row(String one, String other, Judgement judgement) {}

  private static Stream<Row> table() throws IOException {
    try (InputStream rows = MathEqualityTests.class.getResourceAsStream("equality-pairs.tsv")) {
      return new String(Objects.requireNonNull(rows).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(fields -> new Row(fields[0], fields[1], Judgement.valueOf(fields[2])));
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void answersAreJudgedAsTheTableSays(Row row) {
    assertThat(equality.compare(row.one(), row.other())).isEqualTo(row.judgement());
    assertThat(equality.compare(row.other(), row.one()))
        .as("the other way round")
        .isEqualTo(row.judgement());
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyAnswerEqualsItself(Row row) {
    String same = row.one() + " ";

    assertThat(equality.compare(same, row.one())).isEqualTo(Judgement.EQUAL);
  }

  @Test
  void theTableIsLargeAndHasNoRowTwice() throws IOException {
    List<Row> rows = table().toList();

    assertThat(rows).hasSizeGreaterThan(400).doesNotHaveDuplicates();
  }
}
