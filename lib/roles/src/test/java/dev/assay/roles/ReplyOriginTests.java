// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Expense;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelPrice;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.ProblemFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a role says of how its replies came about, and what it puts on the bill. */
class ReplyOriginTests {

  private static final Terms TERMS = Terms.of(ProblemFixture.problem());

  /** As a tokenizer would have it, a quarter of its characters. */
  private static final String PROMPT = "What is 6 times 7? ".repeat(200);

  private static final ModelPrice PRICE =
      new ModelPrice(new BigDecimal("0.15"), new BigDecimal("0.6"), new BigDecimal("0.075"), "EUR");

  @Test
  void repliesThatDifferInThoughtsOrTokensHaveDigestsOfTheirOwn() {
    ReplyOrigin one = origin(reply("42", "hm", 30, 900));

    assertThat(one.digest()).isEqualTo(origin(reply(" 42\n", "hm", 30, 900)).digest());
    assertThat(one.digest())
        .isNotEqualTo(origin(reply("42", "hm, hm", 30, 900)).digest())
        .isNotEqualTo(origin(reply("42", "hm", 31, 900)).digest())
        .isNotEqualTo(origin(reply("43", "hm", 30, 900)).digest());
    assertThat(one.length()).isEqualTo(4);
  }

  @Test
  void theTemperatureTheWeightsAndTheKindOfProtocolAreTold() {
    ReplyOrigin free = origin(reply("42", "", 30, 900));

    assertThat(free.temperature()).isEqualTo(0.3);
    assertThat(free.weights()).isEqualTo("w");
    assertThat(free.canonical()).isNull();
    assertThat(finding(reply("42", "", 30, 900), ProblemFixture.protocol()).origin().canonical())
        .isTrue();
  }

  @Test
  void aPromptOfWhichFarTooFewTokensWereReadIsTold() {
    assertThat(origin(reply("42", "", 30, 100)).promptTruncated()).isTrue();
    assertThat(origin(reply("42", "", 30, 900)).promptTruncated()).isNull();
    assertThat(origin(reply("42", "", 30, 0)).promptTruncated()).as("nobody said").isNull();
    assertThat(TruncatedPrompt.known(prompt("a".repeat(90_000)), 100)).as("one run").isFalse();
    assertThat(TruncatedPrompt.known(prompt("ab".repeat(900)), 10)).as("a short one").isFalse();
  }

  @Test
  void aCallCostsWhatThePriceListSays() {
    Reply reply = new Reply("42", "", Finish.STOP, 1_000, 30, List.of(), 400);

    assertThat(finding(reply, new GeneralProtocol()).usage().cost())
        // 600 * 0.15 + 400 * 0.075 + 30 * 0.6, for a million.
        .isEqualTo(Expense.of("EUR", new BigDecimal("0.000138")));
    assertThat(finding(reply("42", "", 0, 0), new GeneralProtocol()).usage().cost())
        .as("a server that does not count")
        .isNull();
  }

  private static Prompt prompt(String text) {
    return Prompt.of(text);
  }

  private static Reply reply(String text, String thinking, int tokens, int read) {
    return new Reply(text, thinking, Finish.STOP, read, tokens, List.of());
  }

  private static ReplyOrigin origin(Reply reply) {
    return finding(reply, new GeneralProtocol()).origin();
  }

  private static Finding<String> finding(Reply reply, Protocol protocol) {
    return new Role(
            new OneReply(reply),
            protocol,
            0.3,
            1,
            256,
            Duration.ofSeconds(5),
            65_536,
            ProblemFixture.CLOCK,
            new ModelAccount("w", PRICE),
            RoleObserver.NONE)
        .ask(asking(PROMPT, Optional::of), "s", TERMS);
  }

  /** Says the same whatever it is asked. */
  private record OneReply(Reply reply) implements Model {

    @Override
    public String name() {
      return "one";
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public Reply complete(CompletionRequest request) {
      return reply;
    }
  }
}
