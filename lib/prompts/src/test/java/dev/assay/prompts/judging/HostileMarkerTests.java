// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Protocols;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.SolutionFixture;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.text.Cost;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that are made to be hard to read, where the last marker counts. */
class HostileMarkerTests {

  private static final int SHORT = 4_000;
  private static final double TWICE = 2.2;
  private static final long SLACK = 100_000;

  /** Steps for a character: a hundred in each of two readers, as their budgets have it. */
  private static final long MOST_STEPS = 200;

  private static final Solution JUDGED =
      SolutionFixture.solution("Zero.", "All holds. \\box{STEP-1}", "**Answer**: \\boxed{-1}");

  private static final List<String> PIECES =
      List.of(
          "\\boxed{",
          "\\boxed{1} ",
          "\\boxed{1}\n",
          "> \\boxed{-1}\n",
          "All holds. \\boxed{-1} ",
          "if \\boxed{1} ",
          "**Answer**:",
          "**Answer**: \\boxed{2} ",
          "**Answer**: \\boxed{-1}\n",
          "Step 2 ",
          "Step 2\n\n",
          "\\box{STEP1} ",
          "\\box{STEP-1}\n",
          "\\box{STEP",
          "{",
          "}",
          "\"",
          "```\n",
          "> a\n",
          "Why: ",
          "等等");

  @ParameterizedTest
  @ValueSource(strings = {"deepcritic", "processbench", "opv"})
  void workGrowsWithTheReply(String protocol) {
    read(protocol, "**Answer**: \\boxed{2} \\box{STEP1}");
    for (String piece : PIECES) {
      for (String end : List.of("", "\n**Answer**: \\boxed{2}", "\n\\box{STEP1}")) {
        String text = piece.repeat(SHORT / piece.length()) + end;
        Cost once = Cost.of(() -> read(protocol, text));
        Cost twice = Cost.of(() -> read(protocol, piece.repeat(2 * SHORT / piece.length()) + end));

        assertThat(twice.steps())
            .as("%s%s", piece, end)
            .isLessThan((long) (TWICE * once.steps()) + SLACK);
        assertThat(once.steps()).as(piece).isLessThan(MOST_STEPS * text.length() + SLACK);
      }
    }
  }

  private static void read(String protocol, String text) {
    VerifyingProtocol verifier = Protocols.able(Protocols.named(protocol), VerifyingProtocol.class);
    ((Ask<Verdict>) verifier.verify("How many?", JUDGED))
        .next()
        .read(new Reply(text, Finish.STOP, 1, 1));
  }
}
