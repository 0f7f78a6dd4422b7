// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Verdict;
import dev.assay.lab.critics.labelled.LabelledSolution;
import dev.assay.lab.draws.StudyRole;
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.roles.Finding;
import dev.assay.roles.Role;
import dev.assay.roles.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A critic or a verifier as its service would play it, asked about one labelled solution: a reply
 * that cannot be read is brought to an end or asked for once more, and what the protocol knows
 * without the model is not asked at all.
 */
public final class Judge {

  /** The time of a bench does not pass: no problem has a deadline. */
  private static final Terms TERMS = new Terms(Instant.MAX, true);

  private final JudgingRole part;
  private final Role role;
  private final String description;

  /**
   * @throws IllegalArgumentException if the player's protocol cannot do that part's job
   */
  public Judge(JudgingRole part, StudyRole player) {
    this.part = part;
    this.role = player.role();
    this.description = player.description();
    switch (part) {
      case CRITIC -> role.able(CriticisingProtocol.class);
      case VERIFIER -> role.able(VerifyingProtocol.class);
    }
  }

  /** Whose judgements they are: what was said by one version says nothing of another. */
  private String version() {
    return role.version();
  }

  /** What its judgements depend on. */
  JudgingSettings settings(long seed) {
    return new JudgingSettings(part.toString(), description, version(), seed);
  }

  /** Whether every vote on a solution would be the same. */
  public boolean greedy() {
    return role.temperature() == 0;
  }

  /** Why the solution's problem is out of the protocol's reach, or empty if it may be asked. */
  Optional<String> refusal(LabelledSolution solution) {
    return role.protocol().refusal(solution.problem());
  }

  /**
   * Judges.
   *
   * @param vote which of the judgements on this solution, from 0
   * @param seed of the run; the same gives the same draws
   * @throws dev.assay.roles.NoReplyException if the model gives no reply
   */
  Judgement judge(LabelledSolution solution, int vote, long seed) {
    String id = "%d/%s#%s%d".formatted(seed, solution.name(), part, vote);
    return switch (part) {
      case CRITIC -> {
        Finding<Critique> finding =
            role.ask(
                role.able(CriticisingProtocol.class)
                    .criticise(solution.problem(), solution.solution()),
                id,
                TERMS);
        yield of(solution, vote, finding, Judge::said);
      }
      case VERIFIER -> {
        Finding<Verdict> finding =
            role.ask(
                role.able(VerifyingProtocol.class).verify(solution.problem(), solution.solution()),
                id,
                TERMS);
        yield of(solution, vote, finding, Judge::said);
      }
    };
  }

  /** What a judgement comes to. */
  private record Said(@Nullable Integer named, @Nullable Double pass, @Nullable String why) {}

  private static Said said(Critique critique) {
    return switch (critique) {
      case Critique.Sound _ -> new Said(LabelledSolution.CLEAN, 1.0, null);
      case Critique.Flawed flawed -> new Said(named(flawed.step()), 0.0, flawed.why());
      case Critique.Unreadable(String why) -> new Said(null, null, why);
    };
  }

  private static Said said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Correct _ -> new Said(LabelledSolution.CLEAN, verdict.pass(), null);
      case Verdict.FirstError error -> new Said(named(error.step()), verdict.pass(), error.why());
      case Verdict.NoVerdict(_, String detail) -> new Said(null, null, detail);
    };
  }

  private static @Nullable Integer named(OptionalInt step) {
    return step.isPresent() ? Integer.valueOf(step.getAsInt()) : null;
  }

  private static <T> Judgement of(
      LabelledSolution solution, int vote, Finding<T> finding, Function<T, Said> said) {
    Said heard =
        finding
            .value()
            .map(said)
            .orElseGet(() -> new Said(null, null, ((Unreadable<T>) finding.reading()).explained()));
    return new Judgement(
        solution.subset(),
        solution.id(),
        solution.fingerprint(),
        vote,
        heard.named(),
        heard.pass(),
        heard.why(),
        finding.by(),
        finding.usage(),
        finding.finishReason());
  }
}
