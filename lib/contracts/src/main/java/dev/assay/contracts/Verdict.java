// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * One judgement of an outcome. Three-valued: a verification that brought nothing readable never
 * becomes a score.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "judgement")
public sealed interface Verdict {

  /** Whether it says anything about the outcome. */
  default boolean readable() {
    return !(this instanceof NoVerdict);
  }

  /** The share of a pass that it counts as, 0 to 1; meaningless unless {@link #readable()}. */
  default double pass() {
    return switch (this) {
      case Correct(double score) -> score;
      case FirstError error -> Objects.requireNonNullElse(error.score(), 0.0);
      case NoVerdict _ -> 0;
    };
  }

  /**
   * The outcome is correct.
   *
   * @param score how sure the verifier is, above 0, at most 1; 1 from a verifier that only says yes
   */
  @JsonTypeName("correct")
  record Correct(double score) implements Verdict {
    public Correct {
      if (!(score > 0 && score <= 1)) {
        throw new IllegalArgumentException("score: " + score + " (expected: above 0, at most 1)");
      }
    }
  }

  /**
   * The outcome is wrong.
   *
   * @param index the first wrong step, from 0; the number of steps where one is missing at the end;
   *     0 where no step is named
   * @param score the share of a pass that is left to it, from 0, below 1, from a verifier that
   *     grades; null for none
   * @param located false from a verifier that judges a solution as a whole and names no step; null
   *     where the index is one
   */
  @JsonTypeName("first_error")
  record FirstError(int index, String why, @Nullable Double score, @Nullable Boolean located)
      implements Verdict {
    public FirstError {
      IdSyntax.requireNatural(index, "index");
      why = Bounds.shortened(Objects.requireNonNull(why, "why"), Bounds.REASON);
      if (score != null && !(score >= 0 && score < 1)) {
        throw new IllegalArgumentException("score: " + score + " (expected: from 0, below 1)");
      }
      located = Located.kept(located);
      index = located == null ? index : 0;
    }

    /** In this step, and not a pass at all. */
    public FirstError(int index, String why) {
      this(index, why, null, null);
    }

    /** Somewhere: nobody said in which step. */
    public static FirstError somewhere(String why, @Nullable Double score) {
      return new FirstError(0, why, score, false);
    }

    /** The first wrong step, or empty if none is named. */
    public OptionalInt step() {
      return Located.step(index, located);
    }
  }

  /**
   * No judgement.
   *
   * @param detail the failure, or what was expected of the reply and its beginning as it came
   */
  @JsonTypeName("no_verdict")
  record NoVerdict(Reason reason, String detail) implements Verdict {
    public NoVerdict {
      Objects.requireNonNull(reason, "reason");
      detail = Bounds.shortened(Objects.requireNonNull(detail, "detail"), Bounds.REASON);
    }
  }

  /** Why there is no verdict. */
  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  enum Reason {
    /** The verifier replied, and the reply says neither right nor wrong. */
    UNREADABLE,
    /** The verifier could not be reached, or refused. */
    UNAVAILABLE,
    /** The problem's deadline passed before the verifier was asked. */
    LATE
  }
}
