// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Topic;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

  @Test
  void aPositionIsReadAsItIsWritten() {
    Position position = new Position(Topic.ATTEMPTS, 2, 17);

    assertThat(Position.parse("attempts/2/17")).isEqualTo(position).hasToString("attempts/2/17");
    assertThat(Position.parse("attempts.dlq/2/17")).isEqualTo(position);
  }

  @Test
  void positionsAreInTheOrderOfTheirTopics() {
    assertThat(
            Stream.of("answers/0/1", "attempts/1/0", "attempts/0/9", "problems/3/3")
                .map(Position::parse)
                .sorted()
                .map(Position::toString))
        .containsExactly("problems/3/3", "attempts/0/9", "attempts/1/0", "answers/0/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "attempts",
        "attempts/2",
        "attempts/2@17",
        "attempts/-1/3",
        "attempts/1/99999999999999999999",
        "attempts/1/2/3"
      })
  void otherTextIsNone(String text) {
    assertThatThrownBy(() -> Position.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' (expected: TOPIC/PARTITION/OFFSET, such as attempts/2/17)");
  }

  @Test
  void aTopicThatThisBuildDoesNotHaveIsSaid() {
    assertThatThrownBy(() -> Position.parse("guesses/0/0"))
        .hasMessageStartingWith("'guesses' (expected: one of [problems, attempts");
  }
}
