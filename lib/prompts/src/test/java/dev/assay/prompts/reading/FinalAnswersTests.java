// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of whole replies, read as the protocol reads them: a table that people extend. */
class FinalAnswersTests {

  private static final String NONE = "–";
  private static final int FEWEST = 300;

  /** A reply to a question, and the answer that it gives. */
  private record Example(
      String place, String question, String reply, Finish finish, String expected) {

    static Example of(TextTable.Row row) {
      return new Example(
          row.place(),
          row.get("question"),
          row.get("reply"),
          Finish.valueOf(row.get("finish").toUpperCase(Locale.ROOT)),
          row.get("expected"));
    }
  }

  private static Stream<Example> table() {
    return TextTable.of(FinalAnswersTests.class, "final-answers.tsv").stream().map(Example::of);
  }

  @ParameterizedTest
  @MethodSource("table")
  void theAnswerIsWhatTheTableSays(Example example) {
    assertThat(answer(example)).isEqualTo(example.expected());
  }

  private static String answer(Example example) {
    Reading.Ask<Draft> ask = (Reading.Ask<Draft>) new GeneralProtocol().solve(example.question());
    Reply reply = new Reply(example.reply(), example.finish(), 1, 1);
    return ask.next().read(reply) instanceof Reading.Read<Draft>(Draft draft, _)
        ? draft.answer()
        : NONE;
  }

  @Test
  void theTableIsLargeAndHasNoRowTwice() {
    List<Example> examples = table().toList();

    assertThat(examples).hasSizeGreaterThan(FEWEST);
    assertThat(examples.stream().map(each -> List.of(each.question(), each.reply(), each.finish())))
        .doesNotHaveDuplicates();
  }
}
