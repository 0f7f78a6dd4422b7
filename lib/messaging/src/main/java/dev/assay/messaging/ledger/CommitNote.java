// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What is said with a committed offset, as its metadata: which records behind it are done with, so
 * that nobody does them again; which are still being worked by a process that has handed the
 * partition over; and since when the oldest has waited, for those who look on.
 *
 * @param next the offset that is committed: the lowest one that is not done with
 * @param finished offsets above it that are
 * @param lent offsets that another process has in hand
 * @param oldest when the oldest record that nobody has begun was published; empty where none waits
 * @param handedOver whether it is the last word of a process that let go of the partition in order,
 *     and so tells of all that is done with
 */
public record CommitNote(
    long next, OffsetRuns finished, OffsetRuns lent, Optional<Instant> oldest, boolean handedOver) {

  /** Of the two sets together, before they are text: brokers take 4,096 bytes of metadata. */
  private static final int MOST_BYTES = 2_400;

  private static final String VERSION = "a1";

  /** The fifth part, which builds before it was thought of do not read. */
  private static final String HANDED_OVER = "handed-over";

  /** Nothing is known but the offset. */
  public static CommitNote of(long next) {
    return new CommitNote(next, new OffsetRuns(), new OffsetRuns(), Optional.empty(), false);
  }

  /** The metadata. */
  public String text() {
    String here = lent.write(next, MOST_BYTES / 3);
    return "%s;%s;%s;%s;%s"
        .formatted(
            VERSION,
            oldest.map(at -> String.valueOf(at.toEpochMilli())).orElse(""),
            finished.write(next, MOST_BYTES - here.length() * 3 / 4),
            here,
            handedOver ? HANDED_OVER : "");
  }

  /** Whether a commit's metadata is such a note: that of other programs is not. */
  public static boolean isNote(String text) {
    return text.startsWith(VERSION + ";");
  }

  /** Reads it; what somebody else wrote there says nothing. */
  public static CommitNote read(long next, String text) {
    String[] parts = text.split(";", -1);
    if (parts.length < 4 || !parts[0].equals(VERSION)) {
      return of(next);
    }
    try {
      return new CommitNote(
          next,
          OffsetRuns.read(parts[2], next),
          OffsetRuns.read(parts[3], next),
          parts[1].isEmpty()
              ? Optional.empty()
              : Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[1]))),
          parts.length > 4 && parts[4].equals(HANDED_OVER));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return of(next);
    }
  }
}
