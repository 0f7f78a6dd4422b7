// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
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
   *     missing at the end
   * @param why what is wrong with it
   * @param suggestion what the step should say, if the critic knows; a step is no step without its
   *     end, so one that is too long is none
   */
  @JsonTypeName("flawed")
  record Flawed(int firstError, String why, @Nullable String suggestion) implements Critique {
    public Flawed {
      IdSyntax.requireNatural(firstError, "first_error");
      why = Bounds.shortened(Objects.requireNonNull(why, "why"), Bounds.REASON);
      suggestion = suggestion != null && Bounds.fits(suggestion, Bounds.REASON) ? suggestion : null;
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
