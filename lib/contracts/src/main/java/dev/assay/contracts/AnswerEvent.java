// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** Topic {@code answers}: how problems end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AnswerEvent extends Event {

  /** The problem is settled, for good: work on it may stop. */
  @JsonTypeName("answer.settled.v1")
  record Settled(ProblemId problemId, Answer answer) implements AnswerEvent {
    public Settled {
      Objects.requireNonNull(problemId, "problemId");
      Objects.requireNonNull(answer, "answer");
    }

    @Override
    public String subject() {
      return problemId.toString();
    }
  }
}
