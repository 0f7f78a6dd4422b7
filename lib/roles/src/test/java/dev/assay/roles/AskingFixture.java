// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import java.util.Optional;
import java.util.function.Function;

/** Openings of one question, whose replies a test reads as it likes. */
final class AskingFixture {

  private AskingFixture() {}

  static <T> Reading<T> asking(String prompt, Function<String, Optional<T>> reader) {
    return Reading.ask(
        "a test",
        prompt,
        reply ->
            reader
                .apply(reply.text())
                .<Reading<T>>map(value -> new Read<>(value, "its text"))
                .orElseGet(() -> new Unreadable<>("it is not", "what the test wants", reply)));
  }
}
