// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.SolutionEvent;
import dev.assay.contracts.Task;
import dev.assay.contracts.Topic;
import dev.assay.contracts.VerificationEvent;
import dev.assay.text.PlainText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the dead letters that would change nothing if they were redriven: those of which only a
 * beginning is left, those that this build cannot read either, and work for a problem that nobody
 * works on any more.
 *
 * @param settled problems, of those that are asked for here
 */
record Futility(Set<ProblemId> settled, Instant now) {

  /** As the reason of a dead letter begins that did not fit among them whole. */
  private static final Pattern CUT =
      Pattern.compile("the first ([0-9]{1,9}) of ([0-9]{1,10}) bytes;.*", Pattern.DOTALL);

  /** Who records every event, and wants those of settled problems as well. */
  private static final String RECORDER = "gateway";

  /** Who says of a solution that it could not be criticised. */
  private static final String CRITIC = "critic";

  private static final int LONGEST_REASON = 300;

  /** Whether it matters to this dead letter if its problem is settled. */
  static boolean asksWhetherSettled(DeadLetter letter) {
    return !letter.position().topic().equals(Topic.ANSWERS) && !RECORDER.equals(letter.group());
  }

  /** Why a redrive would change nothing; empty if it may change something. */
  Optional<String> why(DeadLetter letter, byte[] body) {
    Matcher cut = CUT.matcher(letter.reason() == null ? "" : letter.reason());
    if (cut.matches() && body.length == Integer.parseInt(cut.group(1))) {
      return Optional.of(
          "only the first %s of its %s bytes were kept".formatted(cut.group(1), cut.group(2)));
    }
    return switch (EventCodec.decode(letter.position().topic(), body)) {
      case Decoded.Malformed<?> broken ->
          Optional.of(
              "it would die again, as it cannot be read: "
                  + PlainText.line(broken.reason(), LONGEST_REASON));
      case Decoded.UnknownType<?> unknown ->
          Optional.of(
              "this build does not know its type, "
                  + PlainText.line(unknown.type(), LONGEST_REASON));
      case Decoded.Known<?> known -> tooLate(letter, known.event());
    };
  }

  /**
   * Whether an event of the same id has taken the place of what would come of it; an attempt that
   * was given up comes back to life instead.
   */
  private static boolean replaced(DeadLetter letter, Event event) {
    return switch (event) {
      case VerificationEvent _, ComparisonEvent _, OutcomeEvent _ -> true;
      case SolutionEvent _ -> CRITIC.equals(letter.group());
      default -> false;
    };
  }

  private Optional<String> tooLate(DeadLetter letter, Event event) {
    if (!asksWhetherSettled(letter)) {
      return Optional.empty();
    }
    if (settled.contains(event.problemId())) {
      return Optional.of("its problem is settled");
    }
    if (replaced(letter, event)) {
      return Optional.of(
          "that it failed was told in its place, as a verdict or a critique that says nothing,"
              + " and stands");
    }
    // A problem itself is taken in after its deadline as well, to be settled as late.
    return event instanceof Task task
            && !letter.position().topic().equals(Topic.PROBLEMS)
            && !now.isBefore(task.problem().deadline())
        ? Optional.of("the deadline of its problem was " + task.problem().deadline())
        : Optional.empty();
  }
}
