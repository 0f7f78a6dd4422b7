// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Identity;
import java.util.List;

/** Decides whether two final answers mean the same. */
public interface AnswerEquality {

  /** Three-valued: what cannot be decided is never counted as equal. */
  enum Judgement {
    EQUAL,
    DIFFERENT,
    UNKNOWN;

    static Judgement of(boolean equal) {
      return equal ? EQUAL : DIFFERENT;
    }

    static Judgement of(Identity identity) {
      return switch (identity) {
        case HOLDS -> EQUAL;
        case FAILS -> DIFFERENT;
        case OPEN -> UNKNOWN;
      };
    }
  }

  /** Comparisons within one list, by the places of the answers. */
  interface Pairs {

    Judgement compare(int one, int other);
  }

  Judgement compare(String one, String other);

  /** The equality of answers to this question, which may list what they are to be chosen from. */
  default AnswerEquality to(String question) {
    return this;
  }

  /** The same judgements for a list whose answers are compared many times. */
  default Pairs over(List<String> answers) {
    return (one, other) -> compare(answers.get(one), answers.get(other));
  }
}
