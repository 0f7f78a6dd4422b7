// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a model's last reply ended, in the words of OpenAI's servers. On the wire it is absent where
 * no model was asked, nobody said, or an earlier build wrote the event.
 */
public enum FinishReason {
  /** The model had said what it had to say. */
  STOP,
  /** It was cut off: the longest reply, or the model's context, was used up. */
  LENGTH;

  /** What a later build may say, and this one does not know, is as if nobody had said it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static @Nullable FinishReason of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst().orElse(null);
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
