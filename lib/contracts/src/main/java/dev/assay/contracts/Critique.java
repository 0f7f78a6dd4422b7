// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A step-wise judgement of one solution. Three-valued: what could not be read is neither right nor
 * wrong.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "judgement")
public sealed interface Critique {

  /** No wrong step was found. */
  @JsonTypeName("sound")
  record Sound() implements Critique {}

  /**
   * A wrong step was found.
   *
   * @param firstError index of the first wrong step, from 0; the number of steps where one is
   *     missing at the end; 0 where no step is named
   * @param why what is wrong with it
   * @param suggestion what the step should say, if the critic knows; a step is no step without its
   *     end, so one that is too long is none. Of a solution as a whole it is advice, whose
   *     beginning is kept
   * @param located false from a critic that judges a solution as a whole and names no step; null
   *     where {@code firstError} is one
   */
  @JsonTypeName("flawed")
  record Flawed(int firstError, String why, @Nullable String suggestion, @Nullable Boolean located)
      implements Critique {
    public Flawed {
      IdSyntax.requireNatural(firstError, "first_error");
      why = Bounds.shortened(Objects.requireNonNull(why, "why"), Bounds.REASON);
      located = Located.kept(located);
      suggestion = suggestion == null ? null : kept(suggestion, located != null);
      firstError = located == null ? firstError : 0;
    }

    private static @Nullable String kept(String suggestion, boolean advice) {
      return advice || Bounds.fits(suggestion, Bounds.REASON)
          ? Bounds.shortened(suggestion, Bounds.REASON)
          : null;
    }

    /** In this step. */
    public Flawed(int firstError, String why, @Nullable String suggestion) {
      this(firstError, why, suggestion, null);
    }

    /** Somewhere: nobody said in which step. */
    public static Flawed somewhere(String why, @Nullable String suggestion) {
      return new Flawed(0, why, suggestion, false);
    }

    /** The first wrong step, or empty if none is named. */
    public OptionalInt step() {
      return Located.step(firstError, located);
    }
  }

  /**
   * The critic gave no judgement: it could not be reached, or its reply could not be read.
   *
   * @param why the failure, or what was expected of the reply and its beginning as it came
   */
  @JsonTypeName("unreadable")
  record Unreadable(String why) implements Critique {
    public Unreadable {
      why = Bounds.shortened(Objects.requireNonNull(why, "why"), Bounds.REASON);
    }
  }
}
