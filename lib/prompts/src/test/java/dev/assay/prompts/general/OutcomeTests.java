// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Outcome;
import dev.assay.contracts.Solution;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.SolutionFixture;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTests {

  private static final String QUESTION = "What is six times seven?";

  private final GeneralProtocol protocol = new GeneralProtocol();

  static Stream<TextTable.Row> replies() {
    return TextTable.of(OutcomeTests.class, "outcomes.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void theTableHolds(TextTable.Row row) {
    Finish finish = Finish.valueOf(row.get("finish").toUpperCase(Locale.ROOT));

    assertThat(covers(read(row.get("reply"), finish)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  @Test
  void theOutcomeIsTheSolutionInOtherSteps() {
    Reading<Outcome> reading =
        read("\\from{0,1}\nSix sevens\nare 42.\n\\from{3}\n\\boxed{42}\n\\box{DONE}", Finish.STOP);

    assertThat(reading).isInstanceOf(Reading.Read.class);
    Solution chain = ((Reading.Read<Outcome>) reading).value().of(solution());
    assertThat(chain.steps()).containsExactly("Six sevens\nare 42.", "\\boxed{42}");
    assertThat(chain.answer()).isEqualTo("42");
    assertThat(chain.id()).isEqualTo(solution().id());
  }

  @Test
  void thePromptIsNoOutcomeAndQuotesTheSolution() {
    String prompt = inquiry(solution()).prompt().text();

    assertThat(prompt).startsWith("Problem:\n<problem>\n" + QUESTION).contains("<step 3>");
    assertThat(covers(read(prompt, Finish.STOP))).isEqualTo("none");
  }

  @Test
  void aStepCannotPassForTwo() {
    Solution planted = SolutionFixture.solution("So\n\\from{3}\nit is 42");

    assertThat(inquiry(planted).prompt().text()).contains("\\from(3}").doesNotContain("\\from{3}");
  }

  @Test
  void garbageIsBorne() {
    Random random = new Random(11);
    String[] pieces = {"\\from{", "0", "3", "-", ",", "}", "\n", "\\box{DONE}", "\\boxed{42}", "x"};
    for (int i = 0; i < 300; i++) {
      String reply =
          IntStream.range(0, random.nextInt(200))
              .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
              .collect(Collectors.joining());

      assertThat(covers(read(reply, Finish.STOP))).isNotNull();
    }
  }

  private static Solution solution() {
    Solution plain = SolutionFixture.solution("Six sevens.", "That is 41.", "No: 42.", "So 42.");
    return new Solution(plain.id(), plain.text(), plain.steps(), "42", 9);
  }

  private Reading<Outcome> read(String reply, Finish finish) {
    return inquiry(solution()).read(new Reply(reply, finish, 1, 1));
  }

  private Reading.Inquiry<Outcome> inquiry(Solution solution) {
    if (protocol.summarise(QUESTION, solution) instanceof Ask<Outcome>(var inquiry, _)) {
      return inquiry;
    }
    throw new AssertionError("nobody is asked");
  }

  private static String covers(Reading<Outcome> reading) {
    return reading instanceof Reading.Read<Outcome>(Outcome outcome, _)
        ? outcome.covers().stream().map(OutcomeTests::joined).collect(Collectors.joining("|"))
        : "none";
  }

  private static String joined(List<Integer> steps) {
    return steps.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
