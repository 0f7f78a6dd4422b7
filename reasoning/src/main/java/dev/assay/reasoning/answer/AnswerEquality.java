// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.answer;

/** Decides whether two final answers mean the same. */
public interface AnswerEquality {

  /** Three-valued: what cannot be decided is never counted as equal. */
  enum Judgement {
    EQUAL,
    DIFFERENT,
    UNKNOWN
  }

  Judgement compare(String one, String other);
}
