// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Usage;
import dev.assay.model.LikelihoodModel;
import dev.assay.model.Spent;
import dev.assay.model.TokenLikelihoods;
import dev.assay.prompts.CanonicalProtocol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A model that reads solutions instead of writing any: in one pass it says how likely it finds each
 * step. Nothing is drawn, so the same solution always gets the same numbers, and asking again tells
 * nothing.
 *
 * @param timeout the longest wait, if the problem's deadline leaves so much
 * @param clock by which deadlines pass
 * @param account what is known of the model besides
 */
public record LikelihoodRole(
    LikelihoodModel model,
    CanonicalProtocol protocol,
    Duration timeout,
    InstantSource clock,
    ModelAccount account) {

  /** Of whose model nothing is known besides. */
  public LikelihoodRole(
      LikelihoodModel model, CanonicalProtocol protocol, Duration timeout, InstantSource clock) {
    this(model, protocol, timeout, clock, ModelAccount.UNKNOWN);
  }

  /**
   * The same model and protocol, to read.
   *
   * @throws IllegalArgumentException if one of them cannot
   */
  public static LikelihoodRole of(Role role) {
    if (!(role.model() instanceof LikelihoodModel model)) {
      throw new IllegalArgumentException(
          "model "
              + role.model().name()
              + " cannot say how likely it finds a text (expected: a checkpoint that runs in this"
              + " process, assay.role.model.folder; no server of chat completions can)");
    }
    if (!(role.protocol() instanceof CanonicalProtocol protocol)) {
      throw new IllegalArgumentException(
          "protocol "
              + role.protocol().name()
              + " has many spellings of one solution, whose likelihood tells nothing (expected:"
              + " compact)");
    }
    return new LikelihoodRole(model, protocol, role.timeout(), role.clock(), role.account());
  }

  /**
   * What came back.
   *
   * @param usage of the one call, which reads all tokens and generates none
   */
  public record Read(StepLikelihoods steps, Usage usage) {}

  /** Who judges and by what: what is learnt of one version holds for no other. */
  public String version() {
    return "%s/%s/likelihood".formatted(model.name(), protocol.name());
  }

  /**
   * Reads a solution.
   *
   * @param deadline the problem's: the call neither begins nor lasts beyond it
   * @throws NoReplyException if the model cannot, as with a character that it does not know
   */
  public Read read(String question, Solution solution, Instant deadline) {
    var canonical = protocol.canonical(question, solution);
    TimedCalls calls = new TimedCalls(timeout, account, clock);
    TimedCalls.Timed<TokenLikelihoods> call =
        calls.make(
            calls.within(deadline),
            within -> model.likelihoods(canonical.prompt(), canonical.text(), within));
    TokenLikelihoods tokens = call.result();
    int read = tokens.promptTokens() + tokens.tokens().size();
    return new Read(
        StepLikelihoods.of(canonical, tokens), account.usage(new Spent(1, read, 0), call.took()));
  }
}
