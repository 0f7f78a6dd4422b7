// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.deepcritic;

import dev.assay.prompts.judging.JudgementTable;
import dev.assay.text.TextTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of a table of replies, read as a critique and as a verdict. */
class DeepCriticRepliesTests {

  static Stream<TextTable.Row> replies() {
    return TextTable.of(DeepCriticRepliesTests.class, "replies.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void theTableHolds(TextTable.Row row) {
    JudgementTable.assertHolds(new DeepCriticProtocol(), row);
  }
}
