// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which problems are settled, from the broker alone: whoever redrives has no database.
 */
final class SettledSearch {

  /** Of ids that begin with the time at which they were made. */
  private static final int TIMED = 7;

  private static final int BITS_AFTER_TIME = 16;

  /** How far the clocks of the gateway and of the broker may be apart. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  /** Bytes of a problem's id as a key. */
  private static final int ID_BYTES = 36;

  private SettledSearch() {}

  /** Those of the problems that have an answer; what is no longer on the topic is not found. */
  static Set<ProblemId> among(Set<ProblemId> problems, TopicReader reader) {
    Set<ProblemId> settled = new HashSet<>();
    if (problems.isEmpty()) {
      return settled;
    }
    reader.read(
        reader.partitions(List.of(Topic.ANSWERS.name())),
        earliest(problems),
        record -> {
          ProblemId key = id(record.key());
          if (key != null && problems.contains(key)) {
            settled.add(key);
          }
        });
    return settled;
  }

  /** No answer is older than its problem; null if an id does not tell its time. */
  private static @Nullable Instant earliest(Set<ProblemId> problems) {
    if (problems.stream().anyMatch(each -> each.value().version() != TIMED)) {
      return null;
    }
    long millis =
        problems.stream()
            .mapToLong(each -> each.value().getMostSignificantBits() >>> BITS_AFTER_TIME)
            .min()
            .orElse(0);
    return Instant.ofEpochMilli(millis).minus(SLACK);
  }

  private static @Nullable ProblemId id(byte @Nullable [] key) {
    if (key == null || key.length != ID_BYTES) {
      return null;
    }
    try {
      return ProblemId.parse(new String(key, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
